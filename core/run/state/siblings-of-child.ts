import { type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { type ProcessDefinition, readSiblingStep, writtenStepOf } from "../../definition/index.ts";
import { inPlaceOf, promiseDates, selectTasks } from "../../plan/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { notesOf } from "../ledger/notes-of.ts";
import type { RunHandbook } from "../run-handbook.ts";
import type { SiblingStanding } from "../step-issue/siblings-above.ts";
import { childOfStep } from "./child-of-step.ts";
import { knownAnswers } from "./known-answers.ts";
import { frameOfRun } from "./promises-after-entry.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** What {@link siblingsOfChild} looks at: a run that starts others. */
export interface AboveFacts {
  readonly state: RunState;
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly now: string;
}

/**
 * How the steps stand that a child process waits for in the processes beside it, seen from the run above, which alone sees them all. Empty for
 * a child that waits for none.
 */
export function siblingsOfChild(child: ProcessDefinition | undefined, facts: AboveFacts): SiblingStanding[] {
  const awaited = new Set((child?.steps ?? []).flatMap(({ afterSiblings = [] }) => afterSiblings));
  return [...awaited].map((id) => standingOf(id, facts));
}

/** One of the steps that are waited for, wherever its run stands. */
interface Awaited {
  readonly title: string;
  readonly isOver: boolean;
  readonly isSkipped: boolean;
  readonly issue?: number | undefined;
  readonly people: readonly string[];
  readonly due: CivilDate;
  readonly endedAt?: string | undefined;
}

function standingOf(id: string, facts: AboveFacts): SiblingStanding {
  const { state, ledger, handbook } = facts;
  const { starter, step } = readSiblingStep(id) ?? { starter: id, step: id };
  const written = handbook.handbook.processes
    .get(ledger.process)
    ?.steps.find((other) => other.id === starter);
  const process = handbook.handbook.processes.get(written?.process ?? "");
  const title = process?.steps.find((other) => other.id === step)?.title;
  if (written?.process === undefined || (process && title === undefined))
    return { id, state: "not-there", title: id, run: "", people: [] };
  const starters = state.tasks.filter(
    ({ definition, isLeftOut }) =>
      !isLeftOut && definition !== undefined && writtenStepOf(definition) === starter,
  );
  const run = starters.length === 1 ? (starters[0]?.title ?? written.title) : written.title;
  const about = { id, title: title ?? id, run };
  const going = starters.filter(({ status }) => status !== "skipped" && status !== "cancelled");
  const read = going.map((task) => awaitedIn(task, step, process, facts));
  if (read.includes("unreadable")) {
    const issue = going[read.indexOf("unreadable")]?.issue?.number;
    return { ...about, state: "unreadable", ...(issue !== undefined && { issue }), people: [] };
  }
  const steps = read.flatMap((found) => (found === "unreadable" ? [] : found));
  if (steps.length === 0) {
    const given = starters
      .flatMap(({ endedAt }) => endedAt ?? [])
      .toSorted()
      .at(-1);
    return { ...about, state: "left-out", people: [], ...(given !== undefined && { endedAt: given }) };
  }
  const open = steps.filter(({ isOver }) => !isOver);
  const [shown] =
    open.length > 0
      ? open
      : steps.toSorted((a, b) => (a.endedAt ?? "").localeCompare(b.endedAt ?? "")).slice(-1);
  const due = steps
    .map((one) => one.due)
    .toSorted()
    .at(-1);
  return {
    ...about,
    ...(steps.length === 1 && { title: shown?.title ?? about.title }),
    state: open.length > 0 ? "open" : "over",
    ...(shown?.issue !== undefined && { issue: shown.issue }),
    people: [...new Set(open.flatMap(({ people }) => people))],
    ...(due !== undefined && { due }),
    ...(open.length === 0 && shown?.endedAt !== undefined && { endedAt: shown.endedAt }),
    ...(open.length === 0 && steps.every(({ isSkipped }) => isSkipped) && { isSkipped: true as const }),
  };
}

/** The steps in place of one in the run that a task is; as planned while that run has not begun. */
function awaitedIn(
  task: TaskState,
  step: string,
  process: ProcessDefinition | undefined,
  facts: AboveFacts,
): readonly Awaited[] | "unreadable" {
  const { handbook } = facts;
  const child = childOfStep(task, handbook);
  if (child && process) {
    const kept = child.state.tasks.flatMap((one) =>
      one.isLeftOut || one.definition === undefined
        ? []
        : [{ id: one.step, step: one.definition, task: one }],
    );
    const wanted = new Set(inPlaceOf(step, process, kept));
    return kept
      .filter(({ id }) => wanted.has(id))
      .map((one) => ({
        title: one.task.title,
        isOver: one.task.endedAt !== undefined || task.endedAt !== undefined,
        isSkipped: one.task.status === "skipped",
        issue: child.ledger.issues.get(one.id) ?? task.issue?.number,
        people: one.task.awaited,
        due: one.task.dueDate,
        endedAt: one.task.endedAt ?? task.endedAt,
      }));
  }
  if (task.endedAt !== undefined) return [{ ...planned(task), isOver: true, endedAt: task.endedAt }];
  const notes = task.issue && notesOf({ run: task.issue, steps: [] });
  if (!process || notes?.kind === "left-alone") return "unreadable";
  return plannedWithin(task, step, process, facts);
}

function planned({ title, issue, dueDate }: TaskState): Awaited {
  return { title, isOver: false, isSkipped: false, issue: issue?.number, people: [], due: dueDate };
}

/** The steps as the plan of the run above has them, with the dates its own steps have now. */
function plannedWithin(
  task: TaskState,
  step: string,
  process: ProcessDefinition,
  { state, ledger, definition, handbook, now }: AboveFacts,
): readonly Awaited[] {
  const kept = new Map(
    state.tasks.map((own) => [
      own.step,
      { plannedStart: toEpochDay(own.plannedStart), due: toEpochDay(own.dueDate) },
    ]),
  );
  const tasks = selectTasks(definition, knownAnswers(ledger), handbook.handbook.processes);
  const frame = frameOfRun(ledger, { definition, handbook, now });
  const days = promiseDates(tasks, frame, { kept, endedOn: new Map() });
  const folder = `${task.step}/`;
  const within = tasks.filter(({ id }) => id.startsWith(folder) && !id.slice(folder.length).includes("/"));
  const wanted = new Set(inPlaceOf(step, process, within));
  return within.flatMap((own) => {
    const due = days.get(own.id)?.due;
    if (!wanted.has(own.id) || due === undefined) return [];
    return [{ ...planned(task), title: own.step.title, due: fromEpochDay(due) }];
  });
}
