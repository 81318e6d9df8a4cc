import { beginningOf } from "../beginning-of.ts";
import { answerLabel, itemsOf, type ProcessDefinition } from "../definition/index.ts";
import { text } from "../text/index.ts";

const longest = 80;

/**
 * What stands in a line of text for `{field}`: the answer, on one line, a list with commas, and cut at 80 characters; that it was not given, where that is
 * known (an empty answer); the question in brackets while nobody has said. Nothing for a field that the process does not ask for.
 */
export function answerInWords(
  field: string,
  definition: Pick<ProcessDefinition, "ask" | "steps">,
  answers: ReadonlyMap<string, string>,
): string | undefined {
  const label = answerLabel(field, definition);
  if (label === undefined) return undefined;
  const answer = answers.get(field);
  if (answer === undefined) return text.plan.answerToCome(label);
  const isList = definition.ask.some(({ id, type }) => id === field && type === "list");
  const line = (isList ? itemsOf(answer).join(", ") : answer).replace(/\s+/g, " ").trim();
  if (line === "") return text.plan.answerNotGiven(label);
  return line.length <= longest ? line : `${beginningOf(line, longest)}…`;
}
