import type { CivilDate } from "../calendar/index.ts";
import type { StepId } from "../definition/index.ts";
import { inDependencyOrder, type Standing, standingsOf } from "../plan/index.ts";
import type { RunRecord, TaskRecord } from "./run-record.ts";

type Run = Pick<RunRecord, "outcome" | "tasks">;

const known = new WeakMap<Run, Map<CivilDate, ReadonlyMap<StepId, Standing>>>();

/** Whether a task of a run is late on a day, as `standingsOf` decides it for the run itself. */
export function isLateTask({ step }: TaskRecord, run: Run, today: CivilDate): boolean {
  return standings(run, today).get(step)?.isLate ?? false;
}

/** Whether a task waits for one that is late, or held up itself. */
export function isHeldUpTask({ step }: TaskRecord, run: Run, today: CivilDate): boolean {
  return standings(run, today).get(step)?.isHeldUp ?? false;
}

/** When a task that is at risk is expected, as status and step show it beside its promised date; nothing for every other. */
export function expectedInstead(
  { step, expectedDate }: TaskRecord,
  run: Run,
  today: CivilDate,
): CivilDate | undefined {
  const standing = standings(run, today).get(step);
  // What is late is expected any day; that says no more than that it is late.
  return standing?.isAtRisk === true && !standing.isLate ? expectedDate : undefined;
}

function standings(run: Run, today: CivilDate): ReadonlyMap<StepId, Standing> {
  const ofRun = known.get(run) ?? new Map<CivilDate, ReadonlyMap<StepId, Standing>>();
  known.set(run, ofRun);
  const found = ofRun.get(today) ?? standingsOn(run, today);
  ofRun.set(today, found);
  return found;
}

function standingsOn({ outcome, tasks }: Run, today: CivilDate): ReadonlyMap<StepId, Standing> {
  if (outcome !== "running") return new Map();
  const dated = tasks.map(({ step, status, dependsOn = [], dueDate, expectedDate = dueDate, isAsked }) => ({
    id: step,
    step,
    dependsOn,
    isOver: status !== "ready" && status !== "planned",
    isTurn: status === "ready" || isAsked === true,
    dueDate,
    expectedDate,
  }));
  return standingsOf(inDependencyOrder(dated), today);
}
