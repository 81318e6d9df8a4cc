import { processesWithin, type StepId } from "../../definition/index.ts";
import { childOfStep } from "../state/child-of-step.ts";
import { holds } from "../state/siblings-of-run.ts";
import { isOver, type RunState, type TaskState } from "../state/task-state.ts";
import { above, freedSteps, type StandingOf } from "./freed-steps.ts";
import type { TwoTexts } from "./upgrade-obstacles.ts";

/**
 * The steps of a run still to be done that by another text would wait less for what lies outside of the run: for a step of a run beside it, or for what the run
 * above has before it. Steps that are runs which have not begun are among these where a step in them would wait less for a run beside. What lies there may be an
 * approval, which the run itself cannot tell.
 */
export function freedFromOutside(texts: TwoTexts): readonly TaskState[] {
  const { state, facts } = texts.before;
  const toDo = state.tasks.filter((task) => !isOver(task) && !task.isLeftOut);
  const awaited = new Set([
    ...toDo.flatMap(({ siblings = [] }) => siblings.filter(holds).map(({ id }) => id)),
    ...(state.waitsFor.some((blocker) => blocker.state === "open") ? [above] : []),
  ]);
  const freed = new Set(
    [...awaited].flatMap((id) =>
      freedSteps(id, facts.definition, texts.after.facts.definition, standingIn(state)),
    ),
  );
  return toDo.filter((task) => freed.has(task.step) || isFreedInside(task, texts));
}

/** Where the steps of a run stand. */
export function standingIn({ tasks }: RunState): StandingOf {
  const byStep = new Map<StepId, TaskState>(tasks.map((task) => [task.step, task]));
  return (step) => {
    const task = byStep.get(step);
    if (task === undefined) return "unknown";
    if (isOver(task)) return "over";
    return task.isLeftOut ? "left-out" : "to-do";
  };
}

/** Whether a run that has not begun would wait less for runs beside it, or would be another one that does not wait for them. */
function isFreedInside(task: TaskState, { before, after }: TwoTexts): boolean {
  if (task.kind !== "process" || childOfStep(task, before.facts.handbook) !== undefined) return false;
  const now = after.state.tasks.find(({ step }) => step === task.step);
  const [was, is] = [before, after].map(({ facts }) => facts.handbook.handbook.processes);
  const inside = processesWithin(now?.definition?.process, is ?? new Map());
  return processesWithin(task.definition?.process, was ?? new Map()).some((process) => {
    const other = inside.find(({ id }) => id === process.id);
    return process.steps
      .flatMap(({ afterSiblings = [] }) => afterSiblings)
      .some((id) => other === undefined || freedSteps(id, process, other, () => "to-do").length > 0);
  });
}
