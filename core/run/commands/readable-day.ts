import { type CivilDate, parseCivilDate } from "../../calendar/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { CommandContext } from "./command.ts";
import { isTooFar } from "./too-far.ts";

/** The day a command names, or why it cannot be: no date, past, or too far away. `example` is a line that would work. */
export function readableDay(
  word: string,
  { state }: Pick<CommandContext, "state">,
  example: string,
): { readonly date: CivilDate } | { readonly refusal: Markdown } {
  const date = parseCivilDate(word);
  if (date === undefined) return { refusal: text.run.dateMissing(word, example) };
  if (isTooFar(date, state.today)) return { refusal: text.run.dateTooFar(date) };
  return date < state.today ? { refusal: text.run.datePast(date) } : { date };
}
