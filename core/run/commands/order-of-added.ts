import type { StepId } from "../../definition/index.ts";
import { isOver, type RunState, type TaskState } from "../state/task-state.ts";

/** Where an added step stands in the order, and what is left of the words after it. */
export interface OrderOfAdded {
  readonly after: readonly StepId[];
  readonly before: readonly StepId[];
  readonly rest: readonly string[];
  /** A word that names no step, a step that is over, or one that would wait for itself; nothing when all is well. */
  readonly wrong?: { readonly word: string; readonly why: "unknown" | "over" | "circle" } | undefined;
}

/** Reads `after STEP` and `before STEP`, in any order and number, from the front of some words; a step is an id or an issue number. */
export function orderOfAdded(words: readonly string[], { tasks }: RunState): OrderOfAdded {
  const order = { after: [] as StepId[], before: [] as StepId[] };
  let rest = words;
  for (
    let [side, word] = rest;
    (side === "after" || side === "before") && word !== undefined;
    [side, word] = rest
  ) {
    const task = findStep(word, tasks);
    if (!task) return { ...order, rest, wrong: { word, why: "unknown" } };
    if (side === "before" && isOver(task)) return { ...order, rest, wrong: { word, why: "over" } };
    order[side].push(task.step);
    rest = rest.slice(2);
  }
  const late = order.before.find((id) =>
    order.after.some((other) => id === other || waitsFor(other, id, tasks)),
  );
  return { ...order, rest, ...(late !== undefined && { wrong: { word: late, why: "circle" as const } }) };
}

function findStep(word: string, tasks: readonly TaskState[]): TaskState | undefined {
  const number = /^#?(\d{1,9})$/.exec(word)?.[1];
  return tasks.find(
    ({ step, issue, isLeftOut }) =>
      !isLeftOut && (step === word || (number !== undefined && issue?.number === Number(number))),
  );
}

function waitsFor(step: StepId, other: StepId, tasks: readonly TaskState[]): boolean {
  const task = tasks.find((candidate) => candidate.step === step);
  return task?.dependsOn.some((id) => id === other || waitsFor(id, other, tasks)) ?? false;
}
