import { readNoteLine, writeNoteLine } from "../note-line.ts";

/** Why somebody is asked to read: what a pull request changed, or that a process has not been looked through for long. */
export type ReadingNote =
  | { readonly kind: "change"; readonly pull: number; readonly reader: string }
  | {
      readonly kind: "review";
      readonly process: string;
      /** The day by which it should have been looked through. */
      readonly dueDate: string;
      /** Any of whom may say that it is still right. */
      readonly readers: readonly string[];
    };

const login = "[A-Za-z0-9][A-Za-z0-9-]{0,38}";
const kind = "reading";
const changePattern = new RegExp(`^change (\\d{1,9}) (${login})$`);
const reviewPattern = new RegExp(
  `^review ([a-z0-9][a-z0-9-]{0,63}) (\\d{4}-\\d{2}-\\d{2}) (${login}(?:,${login}){0,49})$`,
);

/** The hidden words in the issue of a reading, by which it is found again. They count only in what the bot wrote. */
export function writeReadingNote(note: ReadingNote): string {
  const facts =
    note.kind === "change"
      ? `change ${note.pull} ${note.reader}`
      : `review ${note.process} ${note.dueDate} ${note.readers.join(",")}`;
  return writeNoteLine(kind, facts);
}

/** What an issue asks somebody to read; nothing for every other issue. */
export function readReadingNote(body: string): ReadingNote | undefined {
  const facts = readNoteLine(kind, body) ?? "";
  const change = changePattern.exec(facts);
  if (change) return { kind: "change", pull: Number(change[1]), reader: change[2] ?? "" };
  const [, process = "", dueDate = "", readers = ""] = reviewPattern.exec(facts) ?? [];
  return process === "" ? undefined : { kind: "review", process, dueDate, readers: readers.split(",") };
}

/** Tells one reading from every other: whom it asks, about what. */
export function readingKey(note: ReadingNote): string {
  return note.kind === "change"
    ? `change ${note.pull} ${note.reader.toLowerCase()}`
    : `review ${note.process} ${note.dueDate}`;
}
