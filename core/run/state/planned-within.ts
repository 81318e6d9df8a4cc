import { type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import type { ProcessDefinition, Step, StepId } from "../../definition/index.ts";
import { promiseDates, selectTasks } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { knownAnswers } from "./known-answers.ts";
import { frameOfRun } from "./promises-after-entry.ts";
import { stepsOver } from "./steps-over.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** A run that starts others, as it is looked at to tell them of each other. */
export interface AboveFacts {
  readonly state: RunState;
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly now: string;
}

/** The steps of the process that a task starts as the plan of the run above has them, with the dates its own steps have now. */
export function plannedWithin(
  task: TaskState,
  { state, ledger, definition, handbook, now }: AboveFacts,
): readonly { readonly id: StepId; readonly step: Step; readonly due: CivilDate }[] {
  const kept = new Map(
    state.tasks.map((own) => [
      own.step,
      { plannedStart: toEpochDay(own.plannedStart), due: toEpochDay(own.dueDate) },
    ]),
  );
  const tasks = selectTasks(
    definition,
    knownAnswers(ledger, definition),
    handbook.handbook.processes,
    stepsOver(ledger, definition),
  );
  const frame = frameOfRun(ledger, { definition, handbook, now });
  const days = promiseDates(tasks, frame, { kept, endedOn: new Map() });
  const folder = `${task.step}/`;
  return tasks.flatMap(({ id, step }) => {
    const due = days.get(id)?.due;
    const own = id.slice(folder.length);
    return id.startsWith(folder) && !own.includes("/") && due !== undefined
      ? [{ id: own, step, due: fromEpochDay(due) }]
      : [];
  });
}
