import { answeredText, type ProcessDefinition, type Step } from "../definition/index.ts";
import { answerInWords } from "./answer-in-words.ts";

/** A step with the answers known so far in its title, its inputs and its outputs; the same step where it names none. */
export function answeredStep(
  step: Step,
  definition: Pick<ProcessDefinition, "ask" | "steps">,
  answers: ReadonlyMap<string, string>,
): Step {
  const isPlain = (words: string) => !words.includes("{");
  if (isPlain(step.title) && step.outputs.every(isPlain) && step.inputs.every(({ what }) => isPlain(what)))
    return step;
  // While nobody has said what is in a list, its question stands for each of its items.
  const fieldOf = (field: string) => (field === "item" && step.eachOf !== undefined ? step.eachOf : field);
  const filled = (words: string) =>
    answeredText(words, (field) => answerInWords(fieldOf(field), definition, answers));
  return {
    ...step,
    title: filled(step.title),
    inputs: step.inputs.map(({ what, from }) => ({ what: filled(what), from })),
    outputs: step.outputs.map(filled),
  };
}
