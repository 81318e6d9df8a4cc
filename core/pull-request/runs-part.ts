import type { HandbookMeaning } from "../change/index.ts";
import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { ObservedPullRequest, RunInFlight } from "./observed-pull-request.ts";

const words = text.pullRequest;

/** Runs under way of one process that changes. */
export interface KeptRuns {
  readonly process: string;
  readonly runs: readonly RunInFlight[];
}

/**
 * The runs under way that follow a process as it was: they keep the text they began with. By title of the process; processes in which
 * only words change are left out, and so are those without a run.
 */
export function keptRuns({ runs }: ObservedPullRequest, { processes }: HandbookMeaning): KeptRuns[] {
  return processes.flatMap(({ entry, weight }) => {
    if (entry.kind === "added" || weight === "wording") return [];
    const own = runs.filter(({ process }) => process === (entry.renamedFrom ?? entry.process));
    return own.length === 0 ? [] : [{ process: entry.title, runs: own }];
  });
}

/** So many runs of one process are named by number, and so many processes are named. */
const mostNumbers = 20;
const mostProcesses = 40;

/** Which runs keep the text they began with; nothing where none is under way. */
export function runsPart(kept: readonly KeptRuns[]): Markdown {
  if (kept.length === 0) return md``;
  const lines = kept.slice(0, mostProcesses).map(({ process, runs }) =>
    words.keptRuns(
      process,
      runs.slice(0, mostNumbers).map(({ number }) => number),
      runs.length,
    ),
  );
  return joinMarkdown([words.keptRunsHeading, joinMarkdown(lines, "\n")], "\n\n");
}
