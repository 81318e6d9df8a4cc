import type { StepId } from "../../definition/index.ts";
import { answeredStep } from "../../plan/index.ts";
import { knownAnswers } from "./known-answers.ts";
import { peopleGiven } from "./people-given.ts";
import { promisedDays } from "./promised-days.ts";
import type { TaskFrame } from "./task-frame.ts";
import type { TaskState } from "./task-state.ts";

/** A step that was in a plan of this run once and is not needed any more. */
export function leftOutTask(id: StepId, title: string, frame: TaskFrame): TaskState {
  const { ledger, definition, issues } = frame.facts;
  const written = definition.steps.find((candidate) => candidate.id === id);
  const step = written && answeredStep(written, definition, knownAnswers(ledger, definition));
  const baseline = ledger.baseline.get(id);
  const [start, due] = promisedDays(ledger).get(id) ?? [frame.today, frame.today];
  const date = baseline?.due ?? due;
  return {
    step: id,
    title,
    kind: step?.kind ?? "task",
    definition: step,
    roles: step?.roles ?? [],
    people: peopleGiven(id, ledger) ?? [],
    awaited: [],
    parts: [],
    dependsOn: [],
    status: "cancelled",
    isLate: false,
    isHeldUp: false,
    isAtRisk: false,
    plannedStart: baseline?.start ?? start,
    dueDate: date,
    baselineDueDate: date,
    expectedDate: date,
    slackBusinessDays: 0,
    reopenCount: 0,
    approvedBy: [],
    isLeftOut: true,
    critical: false,
    issue: issues.get(id),
  };
}
