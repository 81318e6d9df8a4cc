import { readMarker, writeMarker } from "../notes/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";

/**
 * The text of a run inside another one with its start form as the bot wrote it, since what is written back counts as the bot's word. The same text
 * where nobody has changed it, and where the note before the form is gone.
 */
export function withOwnForm({
  body,
  writtenBody,
  isEditedByPeople,
}: Pick<ObservedIssue, "body" | "writtenBody" | "isEditedByPeople">): string {
  const value = readMarker("step", writtenBody);
  if (!isEditedByPeople || value === undefined) return body;
  const marker = writeMarker("step", value);
  const [here, there] = [body.indexOf(marker), writtenBody.indexOf(marker)];
  return here < 0 || there < 0 ? body : body.slice(0, here) + writtenBody.slice(there);
}
