import {
  type Condition,
  evaluateCondition,
  type ProcessDefinition,
  type Step,
} from "../../definition/index.ts";

/** What has to be known before it is clear whether a step belongs to a run, and nobody has said. */
export interface OpenQuestion {
  /** Id of the field of the start form, of the decision that ended without an outcome, or of the value that was not entered. */
  readonly subject: string;
  /** The question as the form asks it, or the title of the decision. */
  readonly label: string;
  /** What may be answered; empty where any text may. */
  readonly options: readonly string[];
  /** The condition that rests on it. */
  readonly condition: Condition;
}

/**
 * The first question a step's conditions leave open although nothing else will answer it: a field of the start form that was
 * left empty, or says nothing that the condition understands, a value that no step has collected, or a decision that is over without an outcome. Nothing where every
 * condition is clear, or waits for a decision still to come.
 */
export function openQuestion(
  { when }: Step,
  answers: ReadonlyMap<string, string>,
  { ask, steps }: ProcessDefinition,
  isOver: (step: string) => boolean,
): OpenQuestion | undefined {
  for (const condition of when) {
    const { subject } = condition;
    if (evaluateCondition(condition, answers) !== "unknown") continue;
    const field = ask.find(({ id }) => id === subject);
    if (field) {
      const options = field.type === "yes-no" ? ["yes", "no"] : field.options;
      return { subject, label: field.label, options, condition };
    }
    const collecting = steps.filter(({ collect }) => collect.some(({ id }) => id === subject));
    const value = collecting[0]?.collect.find(({ id }) => id === subject);
    if (value) {
      // One that is not needed, or comes later, is not over; all that the step waits for are.
      if (collecting.some(({ id }) => isOver(id)))
        return { subject, label: value.label, options: value.options, condition };
      continue;
    }
    const decision = steps.find(({ id }) => id === subject);
    if (decision && isOver(subject))
      return { subject, label: decision.title, options: decision.options, condition };
  }
  return undefined;
}
