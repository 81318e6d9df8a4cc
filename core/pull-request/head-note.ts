import { z } from "zod";
import { readMarker, writeMarker } from "../run/index.ts";

/** What the bot's comment keeps of the commits of a pull request, so that an agreement counts for one of them alone. */
export interface HeadNote {
  /** The commit that it was opened with, as GitHub told when it was; absent where the bot did not hear of that. */
  readonly opened?: string | undefined;
  /** The newest commit when the comment was written. */
  readonly head: string;
  /** The branch that it was for when the comment was written: beside another one the same commit may mean something else. */
  readonly base: string;
  /** Number of the newest comment when the bot first saw that commit for that branch; only what was said after it is about both. */
  readonly after: number;
  /** Other open pull requests that proposed the same commit then, by number; absent where there was none. */
  readonly beside?: readonly number[] | undefined;
  /** What told the settings of the branch that it was for, which say who has to agree, from any others; absent where nobody asked. */
  readonly rules?: string | undefined;
}

const kind = "head";
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const schema = z.object({
  opened: sha.optional(),
  head: sha,
  base: z.string(),
  after: z.number().int().nonnegative(),
  beside: z.array(z.number()).optional(),
  rules: z.string().optional(),
});

/** So many others are kept: enough to see that it is one more or one less. */
const mostBeside = 20;

/** Whether other pull requests propose the same commit than when a comment was written. */
export function isBesideOthers(note: HeadNote, beside: readonly number[]): boolean {
  return String(note.beside ?? []) !== String(beside.slice(0, mostBeside));
}

/** What a note keeps of the other pull requests with the same commit, given by number in order. */
export function besideInNote(beside: readonly number[]): Pick<HeadNote, "beside"> {
  return beside.length === 0 ? {} : { beside: beside.slice(0, mostBeside) };
}

/** The hidden words that keep it. They count only in what the bot wrote last, and once they are sealed. */
export function writeHeadNote(note: HeadNote): string {
  return writeMarker(kind, note);
}

/** What a comment keeps; nothing where there is no such note, or it is damaged. */
export function readHeadNote(body: string | undefined): HeadNote | undefined {
  return schema.safeParse(readMarker(kind, body ?? "")).data;
}
