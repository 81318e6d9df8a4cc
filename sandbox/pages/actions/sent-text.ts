import { tickBox } from "../../markdown/task-boxes.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Comment, Issue } from "../../state/types.ts";
import { keepLineBreaks } from "./keep-line-breaks.ts";

/** What a text is to be by a form: the one that was sent, or as it is with one box ticked otherwise. */
export function sentText(text: Issue | Comment, form: URLSearchParams): string {
  const item = form.get("tick");
  if (item === null) return keepLineBreaks(text.body, form.get("body") ?? text.body);
  const isAsSeen = form.get("edits") === String(text.edits.length);
  const ticked = isAsSeen ? tickBox(text.body, Number(item)) : undefined;
  if (ticked === undefined)
    throw new Refusal(
      "unprocessable",
      "The text was changed meanwhile; go back, look at it again and tick the box then.",
    );
  return ticked;
}
