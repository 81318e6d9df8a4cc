import { type ReadingNote, readReadingNote } from "../../../core/reading/index.ts";
import { openNotes, type Seal, sealNotes } from "../../../core/run/index.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import { type StandingText, textsAsWritten } from "../texts-before-edits.ts";
import type { Viewer } from "../viewer.ts";

/** What readings of a repository are read and written with. */
export interface ReadingTexts {
  readonly viewer: Viewer;
  readonly seal: Seal | undefined;
  /** Database id of the repository. */
  readonly repository: number;
}

/** The text of an issue, and its number. */
export interface IssueText extends StandingText {
  readonly number: number;
}

/**
 * What the bot wrote last into issues of its own, by number, with notes that hold opened. Whoever may write here can change the text of
 * an issue, so what stands there tells nothing where somebody has. Missing are the issues of others, and what GitHub no longer has.
 */
export async function writtenReadings(
  graphql: GraphqlClient,
  issues: readonly IssueText[],
  { viewer, seal, repository }: ReadingTexts,
): Promise<ReadonlyMap<number, string>> {
  const written = await textsAsWritten(graphql, issues, viewer);
  return new Map(
    issues.flatMap(({ id, number }) => {
      const text = written.get(id);
      const places = [unborn, number].map((issue) => ({ repository, issue }));
      return text === undefined ? [] : [[number, openNotes(text, places, seal).text] as const];
    }),
  );
}

/** What issues ask somebody to read, by number. */
export async function notesOfReadings(
  graphql: GraphqlClient,
  issues: readonly IssueText[],
  texts: ReadingTexts,
): Promise<ReadonlyMap<number, ReadingNote>> {
  const written = await writtenReadings(graphql, issues, texts);
  return new Map(
    [...written].flatMap(([number, text]) => {
      const note = readReadingNote(text);
      return note ? [[number, note] as const] : [];
    }),
  );
}

/** The text of a reading as it goes to GitHub; without a number for one that is still to be opened. */
export function sealReading(
  body: string,
  { seal, repository }: Pick<ReadingTexts, "seal" | "repository">,
  issue = unborn,
): string {
  return sealNotes(body, { repository, issue }, seal);
}

/** An issue is opened before it has a number. */
const unborn = 0;
