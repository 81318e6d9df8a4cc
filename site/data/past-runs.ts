import type { ProcessId } from "../../core/definition/index.ts";
import type { Figure, RunRecord, ShareFigure } from "../../core/metrics/index.ts";
import { shortDate, siteText } from "../../core/text/index.ts";
import { runFigures, siteFigures } from "./run-figures.ts";
import type { Site } from "./site.ts";

/** A run in a list. */
export interface RunLine {
  readonly title: string;
  readonly href: string;
  readonly anchorDate: string;
  readonly outcome: RunRecord["outcome"];
  readonly outcomeText: string;
  readonly leadTime: Figure;
  readonly late: Figure;
  readonly ended: ShareFigure;
}

const most = 8;

/** Every recorded run of a process, newest first. */
export function runsOf(id: ProcessId, site: Site): RunRecord[] {
  return site.runs.filter((run) => run.process === id);
}

/** The latest runs of a process, newest first; at most eight. */
export function pastRuns(id: ProcessId, site: Site): RunLine[] {
  return runsOf(id, site)
    .slice(0, most)
    .map((run) => runLine(run, site));
}

/** One run as a line of a list. */
export function runLine(run: RunRecord, site: Site): RunLine {
  const { leadTime, late, ended } = runFigures(run, site);
  return {
    leadTime,
    late,
    ended,
    title: run.title,
    href: run.issue.url,
    anchorDate: shortDate(run.anchorDate),
    outcome: run.outcome,
    outcomeText: siteText.runs.outcomes[run.outcome],
  };
}

/**
 * The answer to “how long did it take last time?”: the last completed run and, once there are several, the middle one of all;
 * the plan while there is none.
 */
export function lastTimeText(id: ProcessId, plannedBusinessDays: number, site: Site): string {
  if (!site.shows.runs) return siteText.processPage.planTakes(plannedBusinessDays);
  const last = site.runs.find((run) => run.process === id && run.outcome === "completed");
  if (last === undefined) return siteText.processPage.noRunYet(plannedBusinessDays);
  const { leadTime, plannedLeadTime, late } = runFigures(last, site);
  const all = siteFigures(site).processes.find((own) => own.process === id)?.leadTime;
  return siteText.processPage.lastRun(leadTime.value ?? 0, plannedLeadTime.value ?? 0, late.n, all);
}
