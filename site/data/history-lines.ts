import { parseCivilDate } from "../../core/calendar/index.ts";
import { shortDate } from "../../core/text/index.ts";
import type { Commit } from "../../disk/index.ts";
import type { GithubLinks } from "./github-links.ts";
import type { MeantCommit, Site } from "./site.ts";

/** One change of a process file. */
export interface HistoryLine {
  readonly revision: string;
  readonly date: string;
  /** Absent where it is not told who it was. */
  readonly author?: string | undefined;
  readonly subject: string;
  readonly href?: string | undefined;
  /** Who agreed to it before it was merged; empty where nobody was asked, or it is not told. */
  readonly agreed: readonly string[];
  /** What it meant, in sentences. */
  readonly meaning: readonly string[];
}

const most = 2;

/** The latest changes of a file, newest first; at most two, since what each means is told as well, and a page has to stay light. */
export function historyLines(
  history: readonly MeantCommit[],
  links: GithubLinks,
  { activity: { agreements }, nameOf }: Pick<Site, "activity" | "nameOf">,
): HistoryLine[] {
  return history.slice(0, most).map((commit) => ({
    revision: commit.revision.slice(0, 7),
    date: commitDate(commit),
    author: commit.author || undefined,
    subject: commit.subject,
    href: links.commit(commit.revision),
    agreed: (agreements.find(({ revisions }) => revisions.includes(commit.revision))?.people ?? []).map(
      nameOf,
    ),
    meaning: commit.meaning,
  }));
}

/** The date of a commit as people read it; empty when git gave none. */
export function commitDate({ committedAt }: Commit): string {
  const date = parseCivilDate(committedAt.slice(0, 10));
  return date === undefined ? "" : shortDate(date);
}
