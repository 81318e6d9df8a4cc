import { asksForProcess, startOfNote } from "./asks-for-process.ts";

/**
 * The text of a step that is no run of its own with the note of which step it is behind any start form that people have pasted below it, so
 * that the form is theirs also once the bot has written the text back. The same text where there is no such form.
 */
export function withNoteLast(body: string): string {
  if (!asksForProcess(body)) return body;
  const start = startOfNote(body);
  const end = body.indexOf("-->", start) + "-->".length;
  return `${body.slice(0, start)}${body.slice(end).trim()}\n\n${body.slice(start, end)}`;
}
