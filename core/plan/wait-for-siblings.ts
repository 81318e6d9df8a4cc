import {
  type ProcessDefinition,
  type ProcessId,
  readSiblingStep,
  type StepId,
  writtenStepOf,
} from "../definition/index.ts";
import type { SelectedTask } from "./select-tasks.ts";

/**
 * The tasks with what they wait for in the processes beside their own, where the process above both is among them. One of several
 * steps made from one waits for, or is waited for as, all of them. A step that is left out is replaced by those it would have waited
 * for in its process; a process that is left out, or is planned as one step, holds nothing up, and neither does one that the process above does not start.
 */
export function waitForSiblings(
  tasks: readonly SelectedTask[],
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): SelectedTask[] {
  if (tasks.every(({ step }) => step.afterSiblings === undefined)) return [...tasks];
  const within = Map.groupBy(tasks, ({ id }) => folderOf(id));
  const siblingTasks = (task: SelectedTask, written: string): readonly StepId[] => {
    const sibling = readSiblingStep(written);
    const above = task.anchoredTo === undefined ? [] : (within.get(folderOf(task.anchoredTo)) ?? []);
    return above.flatMap(({ id, step }) => {
      const definition = step.process === undefined ? undefined : processes.get(step.process);
      if (sibling === undefined || writtenStepOf(step) !== sibling.starter || !definition) return [];
      return inPlaceOf(sibling.step, definition, within.get(`${id}/`) ?? []);
    });
  };
  return tasks.map((task) => {
    const beside = (task.step.afterSiblings ?? []).flatMap((written) => siblingTasks(task, written));
    return beside.length === 0 ? task : { ...task, dependsOn: [...new Set([...task.dependsOn, ...beside])] };
  });
}

/** The tasks made from a step of a definition or, where it is left out, from those it would have waited for. */
export function inPlaceOf<T extends Pick<SelectedTask, "id" | "step">>(
  written: StepId,
  { steps }: ProcessDefinition,
  tasks: readonly T[],
): StepId[] {
  const made = Map.groupBy(tasks, ({ step }) => writtenStepOf(step));
  const seen = new Set<StepId>();
  const pending = [written];
  const found: StepId[] = [];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const own = made.get(id);
    if (own) found.push(...own.map((task) => task.id));
    else pending.push(...(steps.find((step) => step.id === id)?.dependsOn ?? []));
  }
  return found;
}

/** `write-post/` of `write-post/draft`; nothing of a task of the run's own process. */
function folderOf(id: StepId): string {
  return id.slice(0, id.lastIndexOf("/") + 1);
}
