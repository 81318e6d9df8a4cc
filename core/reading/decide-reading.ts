import { isSamePerson } from "../run/index.ts";
import { type Markdown, text } from "../text/index.ts";
import { readersOfNote, readReadingNote } from "./reading-note.ts";

/** An issue that asks somebody to read, as GitHub has it now. */
export interface ObservedReading {
  readonly number: number;
  readonly isOpen: boolean;
  /** Its text as it stands. */
  readonly body: string;
  /** Its text as the bot wrote it last, with its notes opened; nothing where GitHub no longer has that. */
  readonly written: string | undefined;
  /** Login of whoever changed its text last; nothing while it stands as the bot wrote it, or where GitHub does not say. */
  readonly editor: string | undefined;
  /** What the bot has said on it, by the database id of each comment, oldest first. */
  readonly said: ReadonlyMap<number, string>;
}

/** One thing to be written to the issue of a reading; texts are yet to be sealed. */
export type ReadingChange =
  | { readonly kind: "close"; readonly body: string }
  | { readonly kind: "edit"; readonly body: string }
  | { readonly kind: "say"; readonly body: string }
  | { readonly kind: "drop-comment"; readonly comment: number };

const box = /^([ \t]*- )\[[ xX]\](?= )/m;
const ticked = /^([ \t]*- )\[[xX]\](?= )/m;
const words = text.reading;
/** Both kinds of readings have a line that begins like this. */
const boxWords = words.box.text.replace("- [ ] ", "");

/** Whether a text looks like one that asks somebody to read, or did before people changed it. It says nothing of who wrote it. */
export function looksLikeReading(body: string): boolean {
  return (
    body.includes("<!-- handrail:reading ") ||
    body.split("\n").some((line) => box.test(line) && line.replace(box, "").trim().startsWith(boxWords))
  );
}

/** Whether such a text has a ticked box. */
export function isTickedReading(body: string): boolean {
  return looksLikeReading(body) && ticked.test(body);
}

/**
 * What follows from a changed text: the issue is closed where whoever was asked has ticked its box. A tick of somebody else is taken off
 * again, since nobody reads for another, and other words are put back, since what is ticked is what the bot asked; each is said once to whoever
 * it was. Who was asked is read from what the bot wrote, never from what stands there. What was said twice, since two looks knew nothing of each
 * other, is said once again. Nothing for every other issue.
 */
export function decideReading(observed: ObservedReading): ReadingChange[] {
  return [...whatFollows(observed), ...saidTwice(observed)];
}

function whatFollows(observed: ObservedReading): ReadingChange[] {
  const { isOpen, body, written, editor } = observed;
  if (!isOpen) return [];
  if (written === undefined) return looksLikeReading(body) ? sayOnce(observed, words.unknown, "unknown") : [];
  const note = readReadingNote(written);
  if (note === undefined) return [];
  const readers = readersOfNote(note);
  // Where GitHub does not say who it was, the tick counts: to ask again helps nobody.
  const isByReader = editor === undefined || readers.some((reader) => isSamePerson(reader, editor));
  if (ticked.test(body) && isByReader) return [{ kind: "close", body: written.replace(box, "$1[x]") }];
  const isTicked = ticked.test(body);
  if (!isTicked && withoutTick(body) === withoutTick(written)) return [];
  const putBack = { kind: "edit" as const, body: withoutTick(written) };
  if (editor === undefined) return [putBack];
  const told = isTicked ? words.notYours(editor, readers) : words.putBack(editor);
  const mark = `${isTicked ? "ticked" : "changed"} by ${editor.toLowerCase()}`;
  // Said first: once it is put back, nobody can tell who it was.
  return [...sayOnce(observed, told, mark), putBack];
}

function sayOnce({ said }: ObservedReading, told: Markdown, mark: string): ReadingChange[] {
  if ([...said.values()].some((comment) => markOf(comment) === mark)) return [];
  return [{ kind: "say", body: `${told.text}\n\n<!-- ${mark} -->` }];
}

/** What tells a comment of ours from every other one on its issue: its last line. Nothing for one that has none. */
function markOf(comment: string): string | undefined {
  return /<!-- (unknown|(?:ticked|changed) by \S+) -->\s*$/.exec(comment)?.[1];
}

/** The first counts. */
function saidTwice({ said }: ObservedReading): ReadingChange[] {
  const marks = new Set<string>();
  return [...said].flatMap(([comment, body]): ReadingChange[] => {
    const mark = markOf(body);
    if (mark === undefined) return [];
    if (marks.has(mark)) return [{ kind: "drop-comment", comment }];
    marks.add(mark);
    return [];
  });
}

/** The same text with its box empty, and as GitHub may write its lines otherwise. */
function withoutTick(body: string): string {
  return body.replaceAll("\r\n", "\n").trim().replace(ticked, "$1[ ]");
}
