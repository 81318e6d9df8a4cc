import { text } from "../text/index.ts";
import { readReadingNote } from "./reading-note.ts";

/** An issue that asks somebody to read, as GitHub has it now. */
export interface ObservedReading {
  readonly number: number;
  readonly isOpen: boolean;
  readonly body: string;
  /** Login of whoever changed its text last; nothing while it stands as the bot wrote it, or when the bot did. */
  readonly editor: string | undefined;
  /** What the bot has said on it. */
  readonly said: readonly string[];
}

/** One thing to be written to the issue of a reading. */
export type ReadingChange =
  | { readonly kind: "close" }
  | { readonly kind: "edit"; readonly body: string }
  | { readonly kind: "say"; readonly body: string };

const ticked = /^([ \t]*- )\[[xX]\](?= )/m;

/** Whether a text asks somebody to read and its box is ticked. */
export function isTickedReading(body: string): boolean {
  return readReadingNote(body) !== undefined && ticked.test(body);
}

/**
 * What follows from a ticked box: the issue is closed where whoever was asked has ticked it. A tick of somebody else is taken off again, with
 * a word, since nobody reads for another. Nothing for every other issue.
 */
export function decideReading({ isOpen, body, editor, said }: ObservedReading): ReadingChange[] {
  const note = readReadingNote(body);
  if (note === undefined || !isOpen || !ticked.test(body)) return [];
  const readers = note.kind === "change" ? [note.reader] : note.readers;
  // Where GitHub does not say who it was, the tick counts: to ask again helps nobody.
  if (editor === undefined || readers.some((reader) => reader.toLowerCase() === editor.toLowerCase()))
    return [{ kind: "close" }];
  const mark = `<!-- ticked by ${editor.toLowerCase()} -->`;
  const words = `${text.reading.notYours(editor, readers).text}\n\n${mark}`;
  return [
    { kind: "edit", body: body.replace(ticked, "$1[ ]") },
    ...(said.some((comment) => comment.includes(mark)) ? [] : [{ kind: "say" as const, body: words }]),
  ];
}
