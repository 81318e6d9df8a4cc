import { readSiblingStep, type Step, writtenStepOf } from "../../definition/index.ts";
import type { AwaitingBeside } from "../step-issue/awaiting-above.ts";
import { foldedLikes } from "../step-issue/folded-likes.ts";
import { childOfStep } from "./child-of-step.ts";
import { type AboveFacts, plannedWithin } from "./planned-within.ts";
import { isOver, type TaskState } from "./task-state.ts";

/**
 * The steps of the runs beside a child that wait for steps of it and are not over, seen from the run above, which alone sees them
 * all. Empty for a child that nothing beside waits for.
 */
export function awaitingChild({ step, definition }: TaskState, facts: AboveFacts): AwaitingBeside[] {
  if (definition === undefined) return [];
  const starter = writtenStepOf(definition);
  return facts.state.tasks.flatMap((other) => {
    const process = facts.handbook.handbook.processes.get(other.definition?.process ?? "");
    if (process === undefined || other.step === step || other.isLeftOut || isOver(other)) return [];
    return process.steps.flatMap((waiting) =>
      stepsAwaited(waiting, starter).flatMap((awaited) =>
        whoWaits(waiting, other, facts).map((who) => ({ step: awaited, run: other.title, ...who })),
      ),
    );
  });
}

/** The steps of what `starter` starts that a step waits for. */
function stepsAwaited({ afterSiblings = [] }: Step, starter: string): string[] {
  return afterSiblings.flatMap((written) => {
    const sibling = readSiblingStep(written);
    return sibling?.starter === starter ? [sibling.step] : [];
  });
}

/** A step as it stands in its run, once for each item of a list; as it is planned while that run has not begun. */
function whoWaits(
  { id }: Step,
  run: TaskState,
  facts: AboveFacts,
): readonly Pick<AwaitingBeside, "title" | "people">[] {
  const child = childOfStep(run, facts.handbook);
  if (child)
    return foldedLikes(
      child.state.tasks.filter(
        (task) =>
          !task.isLeftOut &&
          !isOver(task) &&
          task.definition !== undefined &&
          writtenStepOf(task.definition) === id,
      ),
    );
  const planned = plannedWithin(run, facts).filter(({ step }) => writtenStepOf(step) === id);
  return planned.slice(0, 1).map(({ step }) => ({ title: step.title, people: [] }));
}
