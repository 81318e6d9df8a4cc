import { expect, test } from "vitest";
import type { GraphqlClient } from "../../bot/github/graphql-client.ts";
import type { GitHubObservation } from "../../bot/github/observe-run.ts";
import { readPeople } from "../../bot/github/read-people.ts";

const logins = (start: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${start}${index}`);

/** A GitHub that knows everybody who is asked about, and counts how many are at once. */
function everybodyKnown() {
  const sizes: number[] = [];
  const graphql = (async (_document: string, { owner, name, ...asked }: Record<string, string>) => {
    sizes.push(Object.keys(asked).length);
    const answers = Object.entries(asked).map(([alias, login]) =>
      alias.startsWith("permission")
        ? [alias, { edges: [{ permission: "WRITE", node: { login } }] }]
        : [alias, { nodes: [{ id: `id of ${login}`, login }] }],
    );
    return { repository: Object.fromEntries(answers) };
  }) as unknown as GraphqlClient;
  return { graphql, sizes };
}

test.each([
  [0, 0, []],
  [1, 1, [2]],
  [0, 30, [30]],
  [120, 75, [100, 75, 20]],
])(
  "A3b-24: %i permissions and %i people to assign are asked for in parts",
  async (asking, named, expected) => {
    const { graphql, sizes } = everybodyKnown();
    const observation = { ids: { users: new Map() }, knowsEveryone: false } as unknown as GitHubObservation;
    const concern = { permissions: logins("a", asking), assignable: logins("b", named) };
    const people = await readPeople(graphql, { owner: "acme", name: "handbook" }, observation, concern);
    expect(sizes).toEqual(expected);
    expect(concern.permissions.map((login) => people.permissions.get(login))).toEqual(
      Array(asking).fill("write"),
    );
    expect(concern.assignable.map((login) => people.isAssignable.get(login))).toEqual(
      Array(named).fill(true),
    );
  },
);
