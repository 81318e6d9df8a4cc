import { expect, test } from "vitest";
import { titlesInQuestion } from "../../../core/run/index.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const steps = [
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +11d",
];
const begin = () => {
  const run = smallRun(smallHandbook(steps));
  happens(run, () => run.close(2, "ann"));
  return run;
};

test.each([
  ["/approve", ["issue-2", "issue-3", "issue-4"]],
  ["Good work.\n\n/changes the end", ["issue-2", "issue-3", "issue-4"]],
  ["/status", []],
  ["A word.", []],
])("%j on an approval, before anybody has looked: %j", (words, ids) => {
  const run = begin();
  run.comment(3, "ed", words);
  expect(titlesInQuestion(run.observed)).toEqual(ids);
});

test("what was approved is asked about while it has changed and nobody has noted that", () => {
  const run = begin();
  happens(run, () => run.comment(3, "ed", "/approve"));
  expect(titlesInQuestion(run.observed)).toEqual([]);
  run.update(2, (issue) => ({ ...issue, title: "Draft, with a fee", workDigest: "another" }));
  expect(titlesInQuestion(run.observed)).toEqual(["issue-2"]);
  run.settle();
  expect(titlesInQuestion(run.observed)).toEqual([]);
});

test("of an issue without notes nothing is asked", () => {
  const { observed } = begin();
  expect(titlesInQuestion({ run: { ...observed.run, comments: [] }, steps: [] })).toEqual([]);
});
