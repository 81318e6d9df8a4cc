import type { HandbookMeaning, RoleLoad } from "../change/index.ts";
import type { RoleId } from "../definition/index.ts";
import type { RunHandbook, UpgradeOutlook } from "../run/index.ts";
import { upgradeOutlook } from "../run/index.ts";
import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { ObservedPullRequest, RunInFlight } from "./observed-pull-request.ts";

const words = text.pullRequest;

/** A run under way, and whether it could be moved to the new text; nothing is known of a run that was not read. */
export interface KeptRun {
  readonly number: number;
  readonly outlook: UpgradeOutlook | undefined;
}

/** Runs under way of one process that changes. */
export interface KeptRuns {
  readonly process: string;
  /** Whether the process is gone, so that there is nothing to follow. */
  readonly isGone: boolean;
  readonly runs: readonly KeptRun[];
  /** What each role has to do more or less in each of them, if they follow the new text. */
  readonly loads: readonly RoleLoad[];
}

/**
 * The runs under way that follow a process as it was: they keep the text they began with until somebody moves them. By title of the
 * process; processes in which only words change are left out, and so are those without a run. `now` is an ISO instant.
 */
export function keptRuns(
  observed: ObservedPullRequest,
  { processes }: HandbookMeaning,
  now: string,
): KeptRuns[] {
  const offered = offeredBy(observed);
  return processes.flatMap(({ entry, weight, loads }) => {
    if (entry.kind === "added" || weight === "wording") return [];
    const own = observed.runs.filter(({ process }) => process === (entry.renamedFrom ?? entry.process));
    const runs = own.map((run) => ({ number: run.number, outlook: outlookOf(run, offered, now) }));
    return own.length === 0 ? [] : [{ process: entry.title, isGone: entry.kind === "removed", runs, loads }];
  });
}

function outlookOf({ read }: RunInFlight, offered: RunHandbook, now: string): UpgradeOutlook | undefined {
  return read && upgradeOutlook({ ...read, now }, offered);
}

/** The text that is proposed, as a run would be offered it. */
function offeredBy({ after, headSha }: ObservedPullRequest): RunHandbook {
  return {
    handbook: after.handbook,
    revision: headSha,
    root: after.root,
    processPaths: new Map(after.parsed.processes.map(({ id, path }) => [id, path])),
    problems: after.problems,
  };
}

/** So many runs of one process are named by number, and so many processes are named. */
const mostNumbers = 20;
const mostProcesses = 40;
/** So many roles are named whose work changes in them. */
const mostLoads = 8;

/** Which runs keep the text they began with, and which of them could follow the new one; nothing where none is under way. */
export function runsPart(kept: readonly KeptRuns[], roleTitle: (role: RoleId) => string): Markdown {
  if (kept.length === 0) return md``;
  const lines = kept.slice(0, mostProcesses).map(({ process, runs, loads }) =>
    words.keptRuns(process, runs.slice(0, mostNumbers), {
      all: runs.length,
      loads: loads.slice(0, mostLoads).map((load) => ({ ...load, role: roleTitle(load.role) })),
    }),
  );
  const how = kept.every(({ isGone }) => isGone) ? words.nothingToFollow : words.howToUpgrade;
  return joinMarkdown([words.keptRunsHeading, joinMarkdown(lines, "\n"), how], "\n\n");
}
