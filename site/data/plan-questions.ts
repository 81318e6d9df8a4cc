import type { ProcessDefinition } from "../../core/definition/index.ts";

/** Something the dates depend on and that nobody knows yet. */
export interface PlanQuestion {
  /** Id of the start form field or decision. */
  readonly id: string;
  readonly label: string;
  /** The answers to choose from; empty when a number is asked for. */
  readonly options: readonly string[];
  /** Whether it is a field of the start form, so that the answer can be handed on to it. */
  readonly isField: boolean;
}

/** The questions whose answers decide which steps are needed, in the order they come up. */
export function planQuestions({ ask, steps }: ProcessDefinition): PlanQuestion[] {
  const subjects = new Set(steps.flatMap(({ when }) => when.map(({ subject }) => subject)));
  const fields = ask
    .filter(({ id }) => subjects.has(id))
    .map(({ id, label, type, options }) => ({
      id,
      label,
      options: type === "yes-no" ? ["yes", "no"] : options,
      isField: true,
    }));
  const decisions = steps
    .filter(({ id, kind }) => kind === "decision" && subjects.has(id))
    .map(({ id, title, options }) => ({ id, label: title, options, isField: false }));
  return [...fields, ...decisions];
}
