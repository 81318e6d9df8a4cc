import { describe, expect, test } from "vitest";
import type { Role } from "../../../../core/definition/index.ts";
import type { ObservedPeople, Permission } from "../../../../core/run/observed/observed-run.ts";
import { isHere, mayWrite } from "../../../../core/run/rights/is-here.ts";
import { isOfTeam } from "../../../../core/run/rights/is-of-team.ts";

/** What GitHub says of Ann, and of nobody else. */
const ann = (permission: Permission | undefined, isAssignable: boolean | undefined): ObservedPeople => ({
  permissions: new Map(permission === undefined ? [] : [["ann", permission]]),
  isAssignable: new Map(isAssignable === undefined ? [] : [["ann", isAssignable]]),
  accounts: new Map(),
});
const named = new Map([["author", { people: ["Ann"], deputies: [] } as unknown as Role]]);
const nobody = new Map([["author", { people: ["zoe"], deputies: [] } as unknown as Role]]);

describe.each<[Permission | undefined, boolean | undefined, boolean, boolean]>([
  ["admin", false, true, true],
  ["maintain", false, true, true],
  ["write", false, true, true],
  ["triage", true, false, true],
  ["triage", false, false, false],
  ["read", undefined, false, false],
  ["none", true, false, true],
  [undefined, undefined, false, false],
])("with the permission %s, assignable: %s", (permission, isAssignable, writes, here) => {
  const people = ann(permission, isAssignable);

  test(`may write: ${writes}, is here: ${here}`, () => {
    expect(mayWrite("ANN", people)).toBe(writes);
    expect(isHere("ANN", people)).toBe(here);
    expect(isHere("zoe", people)).toBe(false);
  });

  test("is of the team by writing, or by a name in roles.yml while they are here", () => {
    expect(isOfTeam("ann", people, named)).toBe(here);
    expect(isOfTeam("ann", people, nobody)).toBe(writes);
  });
});
