import { type CivilDate, datesMeant } from "../../calendar/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { CommandContext } from "./command.ts";
import { isTooFar } from "./too-far.ts";

/**
 * The day a command names, or why it cannot be: no date, two that may be meant, past, or too far away. `example` is a line that
 * would work.
 */
export function readableDay(
  word: string,
  { state }: Pick<CommandContext, "state">,
  example: string,
): { readonly date: CivilDate } | { readonly refusal: Markdown } {
  const [date, other] = datesMeant(word);
  if (date === undefined) return { refusal: text.run.dateMissing(word, example) };
  if (other !== undefined) return { refusal: text.run.whichDay(word, [date, other]) };
  if (isTooFar(date, state.today)) return { refusal: text.run.dateTooFar(date) };
  return date < state.today ? { refusal: text.run.datePast(date) } : { date };
}
