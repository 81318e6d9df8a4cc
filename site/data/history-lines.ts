import { parseCivilDate } from "../../core/calendar/index.ts";
import { shortDate } from "../../core/text/index.ts";
import type { Commit } from "../../disk/index.ts";
import type { GithubLinks } from "./github-links.ts";

/** One change of a process file. */
export interface HistoryLine {
  readonly revision: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly href?: string | undefined;
}

const most = 8;

/** The latest changes of a file, newest first; at most eight. */
export function historyLines(history: readonly Commit[], links: GithubLinks): HistoryLine[] {
  return history.slice(0, most).map(({ revision, author, committedAt, subject }) => {
    const date = parseCivilDate(committedAt.slice(0, 10));
    return {
      revision: revision.slice(0, 7),
      date: date === undefined ? "" : shortDate(date),
      author,
      subject,
      href: links.commit(revision),
    };
  });
}
