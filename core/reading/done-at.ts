import { isSamePerson } from "../run/index.ts";
import { type ReadingNote, readersOfNote } from "./reading-note.ts";

/** The issue of a reading as far as it tells whether somebody has read. */
export interface ClosedReading {
  readonly stateReason: string | null;
  readonly closedAt: string | null;
  /** Login of whoever opened it: the bot that asked. */
  readonly author: string | undefined;
  /** Login of whoever closed it last; nothing where GitHub does not say. */
  readonly closer: string | undefined;
}

/**
 * When somebody who was asked has read; nothing while the issue is open or was closed otherwise. The bot closes it once one of them has
 * ticked its box; whoever else closes it reads for nobody.
 */
export function doneAt(
  note: ReadingNote,
  { stateReason, closedAt, author, closer }: ClosedReading,
): string | undefined {
  if (stateReason !== "COMPLETED" || closedAt === null || closer === undefined) return undefined;
  const mayClose = [...readersOfNote(note), ...(author === undefined ? [] : [author])];
  return mayClose.some((login) => isSamePerson(login, closer)) ? closedAt : undefined;
}
