import type { ProcessDefinition } from "../../core/definition/index.ts";

/** Something the dates depend on and that nobody knows yet. */
export interface PlanQuestion {
  /** Id of the start form field or decision. */
  readonly id: string;
  readonly label: string;
  /** The answers to choose from; empty when something is to be typed. */
  readonly options: readonly string[];
  /** What is to be typed, where there is nothing to choose from. */
  readonly type: "number" | "date" | "text" | "list";
  /** Whether it is a field of the start form, so that the answer can be handed on to it. */
  readonly isField: boolean;
}

/** The questions whose answers decide which steps are needed, how many, and when, in the order they come up. */
export function planQuestions({ ask, steps }: ProcessDefinition): PlanQuestion[] {
  const conditions = steps.flatMap(({ when }) => when.map(({ subject }) => subject));
  const subjects = new Set([
    ...conditions,
    ...steps.flatMap(({ countsFrom, eachOf }) => [countsFrom ?? [], eachOf ?? []].flat()),
  ]);
  const fields = ask
    .filter(({ id }) => subjects.has(id))
    .map(({ id, label, type, options }) => ({
      id,
      label,
      options: type === "yes-no" ? ["yes", "no"] : options,
      type: type === "date" || type === "number" || type === "list" ? type : ("text" as const),
      isField: true,
    }));
  const decisions = steps
    .filter(({ id, kind }) => kind === "decision" && subjects.has(id))
    .map(({ id, title, options }) => ({ id, label: title, options, type: "text" as const, isField: false }));
  return [...fields, ...decisions];
}
