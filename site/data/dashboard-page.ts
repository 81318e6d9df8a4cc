import type { RunRecord } from "../../core/metrics/index.ts";
import { addressesUnder } from "./addresses.ts";
import { type RunLine, runLine } from "./past-runs.ts";
import { isOverdue, runNumbers } from "./run-numbers.ts";
import type { Site } from "./site.ts";

/** A step that tends to be late. */
export interface SlowStep {
  readonly title: string;
  readonly process: string;
  readonly href: string;
  readonly lateRuns: number;
  readonly endedRuns: number;
  /** Mean of the business days it ended after its due date; negative is early. */
  readonly meanSlipBusinessDays: number;
}

/** How long the runs of a process took, against their plans. */
export interface ProcessLine {
  readonly title: string;
  readonly href: string;
  readonly runs: number;
  readonly running: number;
  readonly plannedBusinessDays: number;
  /** Of the completed runs; absent while there is none. */
  readonly actualBusinessDays?: number | undefined;
  readonly onTimeShare?: number | undefined;
}

/** What the dashboard shows. */
export interface DashboardPage {
  readonly running: readonly RunLine[];
  readonly completedRuns: number;
  /** Open tasks whose due date has passed. */
  readonly lateNow: number;
  /** Share of all ended tasks that were on time, from 0 to 1; absent while none has ended. */
  readonly onTimeShare?: number | undefined;
  readonly slowSteps: readonly SlowStep[];
  readonly processes: readonly ProcessLine[];
}

const mostSlowSteps = 8;

/** The dashboard on the day the site is built. */
export function dashboardPage(site: Site): DashboardPage {
  const running = site.runs.filter(({ outcome }) => outcome === "running");
  const lines = running.map((run) => runLine(run, site)).sort((a, b) => b.lateTasks - a.lateTasks);
  const slips = site.runs.flatMap((run) =>
    runNumbers(run, site).metrics.tasks.flatMap(({ slipBusinessDays }) => slipBusinessDays ?? []),
  );
  return {
    running: lines,
    completedRuns: site.runs.filter(({ outcome }) => outcome === "completed").length,
    lateNow: running.flatMap(({ tasks }) => tasks.filter((task) => isOverdue(task, site.today))).length,
    onTimeShare: slips.length === 0 ? undefined : slips.filter((slip) => slip <= 0).length / slips.length,
    slowSteps: slowSteps(site),
    processes: processLines(site),
  };
}

function slowSteps(site: Site): SlowStep[] {
  const addresses = addressesUnder(site.settings.base);
  const ended = site.runs.flatMap((run) =>
    runNumbers(run, site).metrics.tasks.flatMap(({ step, title, slipBusinessDays: slip }) =>
      slip === undefined ? [] : [{ run, step, title, slip }],
    ),
  );
  return [...Map.groupBy(ended, ({ run, step }) => `${run.process} ${step}`).values()]
    .map((all) => {
      const [first] = all as [(typeof ended)[number]];
      const definition = site.handbook.processes.get(first.run.process);
      const isKnown = definition?.steps.some(({ id }) => id === first.step);
      return {
        title: first.title,
        process: definition?.title ?? first.run.process,
        href: isKnown ? addresses.process(first.run.process, first.step) : first.run.issue.url,
        lateRuns: all.filter(({ slip }) => slip > 0).length,
        endedRuns: all.length,
        meanSlipBusinessDays:
          Math.round((all.reduce((sum, { slip }) => sum + slip, 0) / all.length) * 10) / 10,
      };
    })
    .filter(({ lateRuns }) => lateRuns > 0)
    .sort((a, b) => b.meanSlipBusinessDays - a.meanSlipBusinessDays || b.lateRuns - a.lateRuns)
    .slice(0, mostSlowSteps);
}

function processLines(site: Site): ProcessLine[] {
  const addresses = addressesUnder(site.settings.base);
  return [...Map.groupBy(site.runs, ({ process: id }) => id)]
    .map(([id, runs]): ProcessLine => {
      const numbers = runs.map((run) => ({ run, ...runNumbers(run, site) }));
      const completed = numbers.filter(({ run }) => run.outcome === "completed");
      const slips = numbers.flatMap(({ metrics }) =>
        metrics.tasks.flatMap((task) => task.slipBusinessDays ?? []),
      );
      const definition = site.handbook.processes.get(id);
      return {
        title: definition?.title ?? id,
        href: definition === undefined ? firstUrl(runs) : addresses.process(id),
        runs: runs.length,
        running: runs.filter(({ outcome }) => outcome === "running").length,
        plannedBusinessDays:
          mean(numbers.map(({ plannedLeadTimeBusinessDays }) => plannedLeadTimeBusinessDays)) ?? 0,
        actualBusinessDays: mean(completed.map(({ leadTimeBusinessDays }) => leadTimeBusinessDays)),
        onTimeShare: slips.length === 0 ? undefined : slips.filter((slip) => slip <= 0).length / slips.length,
      };
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

function firstUrl(runs: readonly RunRecord[]): string {
  return runs[0]?.issue.url ?? "";
}

function mean(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  return Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}
