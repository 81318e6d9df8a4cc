import { expect, test } from "vitest";
import { act } from "../../../bot/github/act.ts";
import { WriteRefused } from "../../../bot/ports/run-repository.ts";
import type { AppliedChange, Change } from "../../../core/run/index.ts";
import { handbookOf } from "../../builders.ts";
import { SimulatedRun } from "../../core/run/simulated-run.ts";
import { articleHandbook } from "../world.ts";

const { observed } = new SimulatedRun({
  handbook: handbookOf(articleHandbook(["id: draft, title: Write the draft, role: author, due: -5d"])),
  process: "article",
  anchorDate: "2026-12-18",
  now: "2026-11-02T09:00:00Z",
});
const step = observed.run.number;
const label: Change = { kind: "create-label", name: "handrail:run", color: "0e8a16", description: "A run" };

test.each([
  ["Label name is not valid (already_exists)", []],
  ["Name has already been taken", []],
  ["Label color is not valid (invalid)", [label]],
])("a new label that GitHub refuses with “%s”", async (message, refused) => {
  const errors = [{ type: "UNPROCESSABLE", message, path: ["mutation0"] }];
  const graphql = () => Promise.reject(new WriteRefused(message, { cause: { errors }, refused: [] }));
  const ids = { repository: "R_1", labels: new Map(), issues: new Map(), people: new Map() };
  const error = await act(graphql as never, [label], observed, ids as never, undefined).catch((e) => e);
  expect(error).toBeInstanceOf(WriteRefused);
  expect(error.refused.map(({ change }: { change: Change }) => change)).toEqual(refused);
});

const link: Change = { kind: "link-blocked-by", issue: step, blockedBy: step };
const unlink: Change = { kind: "unlink-blocked-by", issue: step, blockedBy: step };
const orphan: Change = { kind: "unlink-sub-issue", issue: step };
const erase: Change = { kind: "delete-comment", comment: "IC_1" };

test.each<[string, Change, string, string, boolean]>([
  ["a sub-issue is out already", orphan, "NOT_FOUND", "The provided sub-issue does not belong here", true],
  ["a link is gone already", unlink, "NOT_FOUND", "Not Found", true],
  ["a comment is gone already", erase, "NOT_FOUND", "Could not resolve to a node", true],
  ["a link is there already", link, "UNPROCESSABLE", "Target issue has already been taken", true],
  ["a link leads to nothing", link, "NOT_FOUND", "Not Found", false],
  ["a link would form a cycle", link, "UNPROCESSABLE", "This dependency would form a cycle", false],
  ["a sub-issue may not be taken out", orphan, "FORBIDDEN", "Resource not accessible", false],
])("where %s, whether that is done", async (_, change, type, message, isDone) => {
  const errors = [{ type, message, path: ["mutation0"] }];
  const cause = { errors, data: { mutation0: null } };
  const graphql = () => Promise.reject(new WriteRefused(message, { cause, refused: [] }));
  const issues = new Map([[step, "I_1"]]);
  const ids = { repository: "R_1", labels: new Map(), issues, users: new Map() };
  const outcome = await act(graphql as never, [change], observed, ids as never, undefined).catch((e) => e);
  expect(outcome instanceof WriteRefused ? [] : outcome.map((one: AppliedChange) => one.change)).toEqual(
    isDone ? [change] : [],
  );
});
