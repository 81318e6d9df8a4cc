import { describeChanges, namesFor, weightOfChange } from "../change/index.ts";
import type { Handbook } from "../definition/index.ts";
import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { Reader } from "./readers-of.ts";
import { type ReadingNote, writeReadingNote } from "./reading-note.ts";

/** An issue that asks somebody to read. */
export interface ReadingIssue {
  readonly note: ReadingNote;
  readonly title: string;
  readonly body: string;
  readonly assignees: readonly string[];
}

const words = text.reading;
/** So many processes are told in sentences; the pull request has the rest. */
const mostProcesses = 20;

/** Where the handbook can be read: its pages where it has some, else its files at a commit. */
export interface ReadingPlaces {
  readonly pull: number;
  readonly site: string | undefined;
  /** Address of the handbook's folder in the repository, on the branch that counts. */
  readonly folder: string;
}

/** The issue that asks one person to read what a pull request changed of their work: only that, in sentences. */
export function writeReading(
  { login, processes }: Reader,
  { before, after }: { readonly before: Handbook; readonly after: Handbook },
  places: ReadingPlaces,
): ReadingIssue {
  const parts = processes.slice(0, mostProcesses).map(({ entry }): Markdown => {
    const definition = after.processes.get(entry.process);
    if (!definition) return words.processGone(entry.title);
    const told = entry.changes.filter((change) => weightOfChange(change) !== "wording");
    const sentences =
      entry.kind === "added"
        ? [text.diff.added(definition.summary, definition.steps.length)]
        : describeChanges(told, namesFor(definition, { before, after }));
    const url =
      places.site === undefined
        ? `${places.folder}/${definition.path}`
        : `${places.site.replace(/\/$/, "")}/processes/${definition.id}/`;
    return words.process(entry.title, sentences, url);
  });
  const more = processes.length > mostProcesses ? [words.more(processes.length - mostProcesses)] : [];
  const note: ReadingNote = { kind: "change", pull: places.pull, reader: login };
  const body = joinMarkdown(
    [words.opening(login, places.pull), ...parts, ...more, words.box, words.footer],
    "\n\n",
  );
  return {
    note,
    title: words.title(processes.map(({ entry }) => entry.title)),
    body: `${body.text}\n\n${writeReadingNote(note)}`,
    assignees: [login],
  };
}

/** What is asked of whoever looks after a process that nobody has looked through for long. */
export interface ReviewAsked {
  readonly process: string;
  readonly title: string;
  readonly dueDate: string;
  readonly lastOn: string;
  readonly readers: readonly string[];
  readonly url: string;
}

/** The issue that asks whoever looks after a process to look it through. */
export function writeReview({ process, title, dueDate, lastOn, readers, url }: ReviewAsked): ReadingIssue {
  const note: ReadingNote = { kind: "review", process, dueDate, readers };
  const body = joinMarkdown(
    [words.reviewOpening(readers, title, url, lastOn as never), words.stillRight, words.reviewFooter, md``],
    "\n\n",
  );
  return {
    note,
    title: words.reviewTitle(title),
    body: `${body.text}\n\n${writeReadingNote(note)}`,
    assignees: readers.slice(0, 1),
  };
}
