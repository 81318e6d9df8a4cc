import { expect, test } from "vitest";
import { type Change, carryConfirmed, type ObservedIssue, type RunIssues } from "../../../core/run/index.ts";
import { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook } from "./small-handbook.ts";

/** A run with its first steps made, and one comment of the bot on it. */
const before: RunIssues = begun();
const [step] = before.steps as [ObservedIssue, ...ObservedIssue[]];
const [status] = before.run.comments as [ObservedIssue["comments"][number]];

function begun(): RunIssues {
  const run = new SimulatedRun({
    handbook: smallHandbook([
      "id: draft, title: Draft, role: author, due: -5d",
      "id: print, title: Print, role: editor, due: 0d",
    ]),
    process: "work",
    startedBy: "lea",
    anchorDate: "2026-12-18",
    now: "2026-11-02T09:00:00Z",
  });
  run.settle();
  return run.observed;
}

const onStep = (change: Partial<ObservedIssue>): RunIssues => ({
  ...before,
  steps: before.steps.map((issue) => (issue.number === step.number ? { ...issue, ...change } : issue)),
});
const withStatus = (body: string): RunIssues => ({
  ...before,
  run: {
    ...before.run,
    comments: before.run.comments.map((one) => (one.id === status.id ? { ...one, body } : one)),
  },
});
const without = (number: number): RunIssues => ({
  ...before,
  steps: before.steps.filter((issue) => issue.number !== number),
});

const issue = step.number;
const close: Change = { kind: "close-issue", issue, reason: "completed" };
const comment = { id: "IC_new", number: 77, createdAt: "2026-11-02T10:00:00Z", author: "handrail" };

/** A change that GitHub has confirmed; what the next read shows; whether what was confirmed is still to be carried. */
test.each<[string, Change, RunIssues, boolean]>([
  ["a closing that the read does not show", close, before, true],
  ["a closing that it shows", close, onStep({ state: "closed", closings: step.closings + 1 }), false],
  [
    "a closing after which somebody opened the issue again",
    close,
    onStep({ closings: step.closings + 1, reopenings: step.reopenings + 1 }),
    false,
  ],
  ["a label that it does not show", { kind: "add-labels", issue, labels: ["new"] }, before, true],
  [
    "a label that it shows",
    { kind: "add-labels", issue, labels: ["new"] },
    onStep({ labels: ["new"] }),
    false,
  ],
  ["an edit while the old text still stands", { kind: "edit-issue", issue, body: "New." }, before, true],
  [
    "an edit after which somebody edited it, too",
    { kind: "edit-issue", issue, body: "New." },
    onStep({ body: "Another's." }),
    false,
  ],
  [
    "a status while the old one still stands",
    { kind: "edit-comment", comment: status.id, body: "New." },
    before,
    true,
  ],
  [
    "a status after which another process wrote a newer one",
    { kind: "edit-comment", comment: status.id, body: "New." },
    withStatus("Newer."),
    false,
  ],
  [
    "an assignment that it does not show",
    { kind: "add-assignees", issue, logins: ["demo-new"] },
    before,
    true,
  ],
  [
    "a comment that the list does not show",
    { kind: "post-comment", issue, body: "Your turn." },
    before,
    true,
  ],
  [
    "a comment on an issue that is gone",
    { kind: "post-comment", issue, body: "Your turn." },
    without(issue),
    false,
  ],
  ["a step taken off that the list still shows", { kind: "unlink-sub-issue", issue }, before, true],
  ["a step taken off that is gone", { kind: "unlink-sub-issue", issue }, without(issue), false],
])("%s", (_name, change, seen, isCarried) => {
  const applied = change.kind === "post-comment" ? { change, comment } : { change };
  const { hidden, observed } = carryConfirmed(seen, [{ applied, before }]);
  expect(hidden).toHaveLength(isCarried ? 1 : 0);
  if (!isCarried) expect(observed).toBe(seen);
  // Once it is carried, it is shown, and nothing is carried twice.
  else expect(carryConfirmed(observed, hidden).hidden).toHaveLength(change.kind === "close-issue" ? 1 : 0);
});

test("a step that the list does not show yet is not made again", () => {
  const made: Change = {
    kind: "create-step",
    step: "x" as never,
    title: "X",
    body: "",
    assignees: [],
    labels: [],
    dueDate: "2026-12-01" as never,
  };
  const answer = { id: "I_new", number: 99, url: "", createdAt: "2026-11-02T10:00:00Z", author: "handrail" };
  const { observed } = carryConfirmed(before, [{ applied: { change: made, issue: answer }, before }]);
  expect(observed.steps.map(({ number }) => number)).toEqual([
    ...before.steps.map(({ number }) => number),
    99,
  ]);
});
