import { z } from "zod";
import { readMarker, writeMarker } from "../run/index.ts";

const login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/);
const schema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("change"), pull: z.number().int().positive(), reader: login }),
  z.object({
    kind: z.literal("review"),
    process: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    /** The day by which it should have been looked through. */
    dueDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    /** Any of whom may say that it is still right. */
    readers: z.array(login).min(1).max(50).readonly(),
  }),
]);

/** Why somebody is asked to read: what a pull request changed, or that a process has not been looked through for long. */
export type ReadingNote = Readonly<z.output<typeof schema>>;

const kind = "reading";

/** The hidden words in the issue of a reading, by which it is found again. They count once they are sealed, in what the bot wrote last. */
export function writeReadingNote(note: ReadingNote): string {
  return writeMarker(kind, note);
}

/** What an issue asks somebody to read, by a text of the bot whose notes are opened; nothing for every other issue. */
export function readReadingNote(written: string): ReadingNote | undefined {
  return schema.safeParse(readMarker(kind, written)).data;
}

/** Who may say that they have read. */
export function readersOfNote(note: ReadingNote): readonly string[] {
  return note.kind === "change" ? [note.reader] : note.readers;
}

/** Tells one reading from every other: whom it asks, about what. */
export function readingKey(note: ReadingNote): string {
  return note.kind === "change"
    ? `change ${note.pull} ${note.reader.toLowerCase()}`
    : `review ${note.process} ${note.dueDate}`;
}
