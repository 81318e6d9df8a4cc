import type { ProcessId } from "../../core/definition/index.ts";
import {
  approvalsNotGiven,
  type Figure,
  type RunRecord,
  type ShareFigure,
} from "../../core/metrics/index.ts";
import { shortDate, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { runFigures, siteFigures } from "./run-figures.ts";
import type { Site } from "./site.ts";
import { runCalendarPath } from "./work-calendars.ts";

/** A run in a list. */
export interface RunLine {
  readonly title: string;
  readonly href: string;
  /** A file to subscribe to with its open steps; absent once it is over. */
  readonly calendar?: string | undefined;
  readonly anchorDate: string;
  /** The commit of the text that it followed, shortened. */
  readonly revision: string;
  /** When it is expected, where that is after its date, in words. */
  readonly expected?: string | undefined;
  readonly outcome: RunRecord["outcome"];
  readonly outcomeText: string;
  readonly leadTime: Figure;
  readonly late: Figure;
  /** Open steps that are late now; none once it is over. */
  readonly lateNow: Figure;
  /** The approvals that were left out, in words; absent where there are none. */
  readonly notApproved?: string | undefined;
  readonly ended: ShareFigure;
}

/** The runs of one process. */
export interface RunGroup {
  readonly title: string;
  readonly href: string;
  readonly runs: readonly RunLine[];
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

/** The runs that go on, of some processes or of all, those with most that is late now first. */
export function runningLines(site: Site, isWanted: (process: ProcessId) => boolean = () => true): RunLine[] {
  return site.runs
    .filter(({ outcome, process }) => outcome === "running" && isWanted(process))
    .map((run) => runLine(run, site))
    .toSorted((a, b) => b.lateNow.n - a.lateNow.n);
}

/** The runs that go on by process: first the process of the run with most that is late now. */
export function runningGroups(site: Site): RunGroup[] {
  const { process: addressOf } = addressesUnder(site.settings.base);
  const ids = new Set(site.runs.filter(({ outcome }) => outcome === "running").map(({ process }) => process));
  const groups = [...ids].map((id) => ({
    title: site.processes.get(id)?.definition.title ?? id,
    href: site.processes.has(id) ? addressOf(id) : "",
    runs: runningLines(site, (process) => process === id),
  }));
  const mostLate = ({ runs }: RunGroup) => runs[0]?.lateNow.n ?? 0;
  return groups.toSorted((a, b) => mostLate(b) - mostLate(a) || a.title.localeCompare(b.title));
}

/** One run as a line of a list. */
export function runLine(run: RunRecord, site: Site): RunLine {
  const { leadTime, late, lateNow, ended, atRisk } = runFigures(run, site);
  const leftOut = approvalsNotGiven(run).map(({ title }) => title);
  return {
    ...(leftOut.length > 0 && { notApproved: siteText.runs.notApproved(leftOut) }),
    leadTime,
    late,
    lateNow,
    ended,
    title: run.title,
    href: addressesUnder(site.settings.base).run(run.issue.number),
    calendar:
      run.outcome === "running"
        ? addressesUnder(site.settings.base).at(runCalendarPath(run.issue.number))
        : undefined,
    anchorDate: shortDate(run.anchorDate),
    revision: run.revision.slice(0, 7),
    expected: atRisk && siteText.runs.expected(atRisk.expected, run.startsAtAnchor === true),
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
