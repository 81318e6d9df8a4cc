import { expect, test } from "vitest";
import type { Act, Subject } from "../../../../core/run/rights/right.ts";
import { subjectOf } from "../../../../core/run/rights/subject-of.ts";
import type { OpenQuestion } from "../../../../core/run/state/open-question.ts";
import type { TaskState } from "../../../../core/run/state/task-state.ts";
import { childRun, factsWith, task } from "./rights-facts.ts";

const asks = (subject: string) => ({ question: { subject } as OpenQuestion });
const process = (change: Partial<TaskState> = {}) =>
  task("inside", "process", { issue: childRun(), ...change });

test.each<[string, Act, TaskState, Subject]>([
  ["a task", "skip", task("print", "task"), "task"],
  ["an approval", "skip", task("judge", "approval"), "approval"],
  ["a checkpoint", "skip", task("point", "checkpoint"), "checkpoint"],
  ["a decision that an approval hangs on", "skip", task("risky", "decision"), "gate-decision"],
  ["a decision that none hangs on", "skip", task("how", "decision"), "decision"],
  ["a task by the name of such a decision", "skip", task("risky", "task"), "task"],
  ["the answer to what an approval hangs on", "answer", task("print", "task", asks("risky")), "approval"],
  ["another act where that is asked", "skip", task("print", "task", asks("risky")), "task"],
  ["the answer to something else", "answer", task("print", "task", asks("how")), "task"],
  ["an answer where nothing is asked", "answer", task("risky", "decision"), "gate-decision"],
  ["a run with an approval that waits", "skip", process(), "gate-process"],
  ["a run that is over", "skip", process({ status: "done" }), "process"],
  [
    "a run with an approval that has not begun",
    "skip",
    task("inside", "process", { definition: { process: "inside" } } as never),
    "gate-process",
  ],
  [
    "a run without an approval",
    "skip",
    task("inside", "process", { definition: { process: "none" } } as never),
    "process",
  ],
])("%s, for /%s", (_, act, of, expected) => {
  expect(subjectOf(act, of, factsWith({ tasks: [of] }))).toBe(expected);
});

test.each<[string, Parameters<typeof factsWith>[0], Subject]>([
  ["a run with an approval that waits", { tasks: [task("judge", "approval")] }, "run"],
  ["one inside another run", { tasks: [task("judge", "approval")], run: childRun() }, "gate-run"],
  [
    "one inside another run, all approved",
    { tasks: [task("judge", "approval", { status: "done" })], run: childRun() },
    "run",
  ],
  ["one inside another run, without an approval", { tasks: [task("draft", "task")], run: childRun() }, "run"],
])("without a step: %s", (_, more, expected) => {
  expect(subjectOf("cancel", undefined, factsWith(more))).toBe(expected);
});
