import type { ProcessId } from "../../core/definition/index.ts";
import {
  type AwaitedPerson,
  awaitedPeople,
  datesAtRisk,
  type Figure,
  lateFirst,
  type MiddleFigure,
  type ProcessFigures,
  peopleNow,
  type ShareFigure,
  type StepFigures,
} from "../../core/metrics/index.ts";
import { shortDate, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { type EnteredLine, enteredLines } from "./entered-lines.ts";
import { type RunGroup, runningGroups } from "./past-runs.ts";
import { siteFigures } from "./run-figures.ts";
import type { Site } from "./site.ts";

/** A step that tends to be late. */
export interface SlowStep {
  readonly title: string;
  readonly process: string;
  readonly href: string;
  readonly onTime: ShareFigure;
  readonly late: Figure;
  readonly slip: MiddleFigure;
}

/** How long the runs of a process took, against their plans. */
export interface ProcessLine {
  readonly title: string;
  readonly href: string;
  readonly runs: Figure;
  readonly planned: MiddleFigure;
  readonly actual: MiddleFigure;
  readonly onTime: ShareFigure;
}

/** Somebody who is waited for, with their page. */
export interface AwaitedLine extends AwaitedPerson {
  readonly name: string;
  readonly href: string;
}

/** A run whose promised date is at risk. */
export interface RiskLine {
  readonly title: string;
  readonly href: string;
  readonly promised: string;
  readonly expected: string;
  readonly delay: Figure;
  /** The steps whose turn it is, with who has them. */
  readonly waitsFor: readonly string[];
}

/** How well the steps of a process keep their dates: in all its runs, and in those that followed one revision. */
export interface OnTimeLine {
  readonly title: string;
  readonly href: string;
  /** A revision's first letters; absent for all runs together. */
  readonly revision?: string | undefined;
  readonly runs: Figure;
  readonly onTime: ShareFigure;
  readonly lateNow: Figure;
}

/** What the dashboard shows. */
export interface DashboardPage {
  /** Who is waited for; absent where people are not shown. */
  readonly awaited?: readonly AwaitedLine[] | undefined;
  readonly atRisk: readonly RiskLine[];
  /** A process with its revisions a group, those with most that is late now first, then those least on time. */
  readonly onTimeGroups: readonly (readonly OnTimeLine[])[];
  /** The runs that go on, by process. */
  readonly running: readonly RunGroup[];
  readonly runningCount: Figure;
  readonly completed: Figure;
  readonly lateNow: Figure;
  readonly onTime: ShareFigure;
  readonly slowSteps: readonly SlowStep[];
  /** The processes of which a run has been completed. */
  readonly processes: readonly ProcessLine[];
  readonly entered: readonly EnteredLine[];
}

const mostSlowSteps = 8;

/** The dashboard on the day the site is built. */
export function dashboardPage(site: Site): DashboardPage {
  const { running, completed, lateNow, onTime, processes } = siteFigures(site);
  const addresses = addressesUnder(site.settings.base);
  return {
    awaited: site.shows.people
      ? awaitedPeople(site.runs, site.measureFrame()).map((person) => ({
          ...person,
          name: person.login === "" ? siteText.dashboard.nobodyOfTeam : site.nameOf(person.login),
          href: addresses.person(person.login),
        }))
      : undefined,
    atRisk: datesAtRisk(site.runs, site.measureFrame()).map(({ run, promised, expected, delay, turns }) => ({
      title: run.title,
      href: addresses.run(run.issue.number),
      promised: shortDate(promised),
      expected: shortDate(expected),
      delay,
      waitsFor: turns.map((task) => siteText.work.awaited(task.title, peopleNow(task).map(site.nameOf))),
    })),
    onTimeGroups: lateFirst(processes).map((figures) => onTimeLines(figures, site)),
    running: runningGroups(site),
    runningCount: running,
    completed,
    lateNow,
    onTime,
    slowSteps: slowSteps(processes, site),
    processes: processes
      .map((figures) => processLine(figures, site))
      .filter(({ actual }) => actual.n > 0)
      .sort(byTitle),
    entered: processes
      .toSorted((a, b) => byTitle(processLine(a, site), processLine(b, site)))
      .flatMap((figures) => enteredLines(figures, processLine(figures, site))),
  };
}

function slowSteps(processes: readonly ProcessFigures[], site: Site): SlowStep[] {
  return processes
    .flatMap((process) => process.steps.map((step) => slowStep(step, process, site)))
    .filter(({ late }) => late.n > 0)
    .sort((a, b) => (b.slip.value ?? 0) - (a.slip.value ?? 0) || b.late.n - a.late.n)
    .slice(0, mostSlowSteps);
}

function slowStep(
  { step, title, onTime, late, slip }: StepFigures,
  { process }: ProcessFigures,
  site: Site,
): SlowStep {
  const definition = site.handbook.processes.get(process);
  const isKnown = definition?.steps.some(({ id }) => id === step);
  return {
    title,
    process: definition?.title ?? process,
    href: isKnown
      ? addressesUnder(site.settings.base).process(process, step)
      : addressOfFirstRun(process, site),
    onTime,
    late,
    slip,
  };
}

function processLine(figures: ProcessFigures, site: Site): ProcessLine {
  const { process: id, runs, plannedLeadTime: planned, leadTime: actual, onTime } = figures;
  const definition = site.handbook.processes.get(id);
  const href = definition ? addressesUnder(site.settings.base).process(id) : addressOfFirstRun(id, site);
  return { title: definition?.title ?? id, href, runs, planned, actual, onTime };
}

/** Where something leads that the handbook no longer has. */
function addressOfFirstRun(id: ProcessId, { runs, settings }: Site): string {
  const run = runs.find(({ process }) => process === id);
  return run === undefined ? "" : addressesUnder(settings.base).run(run.issue.number);
}

/** Revisions are told apart only where there are several: else they say what the process says. */
function onTimeLines(figures: ProcessFigures, site: Site): OnTimeLine[] {
  const { title, href, runs, onTime } = processLine(figures, site);
  const [first, ...others] = figures.revisions;
  const revisions = first === undefined || others.length === 0 ? [] : [first, ...others];
  return [
    { title, href, runs, onTime, lateNow: figures.lateNow },
    ...revisions.map((of) => ({
      title,
      href,
      revision: of.revision.slice(0, 7),
      runs: of.runs,
      onTime: of.onTime,
      lateNow: of.lateNow,
    })),
  ];
}

function byTitle(a: ProcessLine, b: ProcessLine): number {
  return a.title < b.title ? -1 : 1;
}
