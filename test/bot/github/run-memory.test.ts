import { expect, test } from "vitest";
import type { GraphqlClient } from "../../../bot/github/graphql-client.ts";
import type { RunData, RunHead, RunMarksData } from "../../../bot/github/response-types.ts";
import { createRunMemory } from "../../../bot/github/run-memory.ts";

const comment = { id: "c1", updatedAt: "2026-11-02T08:00:00Z", isMinimized: false };
const step = { id: "s1", updatedAt: "2026-11-02T08:00:00Z", comments: { nodes: [comment] } };
const run = {
  id: "r1",
  number: 7,
  parent: { number: 2, repository: { databaseId: 1 } },
  updatedAt: "2026-11-02T08:00:00Z",
  waitsFor: { nodes: [] },
  comments: { nodes: [comment] },
  subIssues: { nodes: [step] },
};
const head = {
  id: "r1",
  number: 7,
  subIssuesSummary: { total: 1 },
  issueDependenciesSummary: { totalBlockedBy: 0 },
};

test.each([
  ["nothing has changed", run, true],
  [
    "a comment was hidden, which is no change of it",
    { ...run, comments: { nodes: [{ ...comment, isMinimized: true }] } },
    false,
  ],
  ["the run above is gone", { ...run, parent: null }, false],
  ["the run above is another one", { ...run, parent: { number: 3, repository: { databaseId: 1 } } }, false],
  [
    "a comment was edited",
    { ...run, comments: { nodes: [{ ...comment, updatedAt: "2026-11-02T08:00:01Z" }] } },
    false,
  ],
  ["a comment was deleted", { ...run, comments: { nodes: [] } }, false],
  [
    "a step was changed",
    { ...run, subIssues: { nodes: [{ ...step, updatedAt: "2026-11-02T09:00:00Z" }] } },
    false,
  ],
])("a run is taken from memory where %s", async (_what, marks, isKept) => {
  const memory = createRunMemory(() => Date.parse("2026-11-02T10:00:00Z"));
  memory.remember([run as unknown as RunData]);
  const graphql = (async () => ({ nodes: [marks] }) as unknown as RunMarksData) as unknown as GraphqlClient;
  const same = await memory.unchanged(graphql, [head as RunHead]);
  expect(same.has(7)).toBe(isKept);
});
