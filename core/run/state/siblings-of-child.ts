import type { CivilDate } from "../../calendar/index.ts";
import {
  type ProcessDefinition,
  readSiblingStep,
  type StepId,
  writtenStepOf,
} from "../../definition/index.ts";
import { inPlaceOf } from "../../plan/index.ts";
import { notesOf } from "../ledger/notes-of.ts";
import type { SiblingStanding } from "../step-issue/siblings-above.ts";
import { type ChildOfStep, childOfStep } from "./child-of-step.ts";
import { currentAnchorDate } from "./current-anchor-date.ts";
import { type AboveFacts, plannedWithin } from "./planned-within.ts";
import type { TaskState } from "./task-state.ts";

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
  if (steps.length > 0) return standingOfFound(about, steps);
  const given = latest(starters.flatMap(({ endedAt }) => endedAt ?? []));
  return { ...about, state: "left-out", people: [], ...(given !== undefined && { endedAt: given }) };
}

/** How steps stand that are there: shown is the first that is open, else the one that was over last. */
function standingOfFound(
  about: Pick<SiblingStanding, "id" | "title" | "run">,
  steps: readonly Awaited[],
): SiblingStanding {
  const open = steps.filter(({ isOver }) => !isOver);
  const [shown] =
    open.length > 0
      ? open
      : steps.toSorted((a, b) => (a.endedAt ?? "").localeCompare(b.endedAt ?? "")).slice(-1);
  const due = latest(steps.map((one) => one.due));
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

/** The last of some days, or of some moments. */
function latest<T extends string>(times: readonly T[]): T | undefined {
  return times.toSorted().at(-1);
}

/** The steps in place of one in the run that a task is; as planned while that run has not begun. */
function awaitedIn(
  task: TaskState,
  step: string,
  process: ProcessDefinition | undefined,
  facts: AboveFacts,
): readonly Awaited[] | "unreadable" {
  const child = childOfStep(task, facts.handbook);
  if (child && process) return awaitedInRun(task, step, child, process, facts);
  if (task.endedAt !== undefined) return [{ ...planned(task), isOver: true, endedAt: task.endedAt }];
  const notes = task.issue && notesOf({ run: task.issue, steps: [] });
  if (!process || notes?.kind === "left-alone") return "unreadable";
  const within = plannedWithin(task, facts);
  return within
    .filter(isOneOf(inPlaceOf(step, process, within)))
    .map((own) => ({ ...planned(task), title: own.step.title, due: own.due }));
}

function awaitedInRun(
  task: TaskState,
  step: string,
  { state, ledger }: ChildOfStep,
  process: ProcessDefinition,
  facts: AboveFacts,
): readonly Awaited[] {
  const kept = state.tasks.flatMap((one) =>
    one.isLeftOut || one.definition === undefined ? [] : [{ id: one.step, step: one.definition, task: one }],
  );
  // Until that run has heard that it is moved, the dates it will have are those of a plan.
  const isToMove = currentAnchorDate(ledger) !== task.dueDate && task.endedAt === undefined;
  const moved = new Map(isToMove ? plannedWithin(task, facts).map(({ id, due }) => [id, due]) : []);
  return kept.filter(isOneOf(inPlaceOf(step, process, kept))).map(({ id, task: one }) => ({
    title: one.title,
    isOver: one.endedAt !== undefined || task.endedAt !== undefined,
    isSkipped: one.status === "skipped",
    issue: ledger.issues.get(id) ?? task.issue?.number,
    people: one.awaited,
    due: moved.get(id) ?? one.dueDate,
    endedAt: one.endedAt ?? task.endedAt,
  }));
}

function isOneOf(ids: readonly StepId[]): (one: { readonly id: StepId }) => boolean {
  const wanted = new Set(ids);
  return ({ id }) => wanted.has(id);
}

function planned({ title, issue, dueDate }: TaskState): Awaited {
  return { title, isOver: false, isSkipped: false, issue: issue?.number, people: [], due: dueDate };
}
