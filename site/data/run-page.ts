import { type Flow, flowOfRun } from "../../core/diagram/index.ts";
import {
  approvalsNotGiven,
  type DeviationRecord,
  isTurn,
  type RunRecord,
  type ShareFigure,
  stepsOfRun,
} from "../../core/metrics/index.ts";
import { rememberEach } from "../../core/remember-each.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { type RunLine, runLine } from "./past-runs.ts";
import type { Link } from "./role-link.ts";
import { runFigures } from "./run-figures.ts";
import { type MaybeLink, type RunStepLine, runStepLine } from "./run-steps.ts";
import type { Site } from "./site.ts";

/** A departure from the plan, as a line of a page. */
export interface DepartureLine {
  readonly on: string;
  readonly text: string;
  /** As it was typed; empty when none was given. */
  readonly reason: string;
  /** Address of the comment it was given in. */
  readonly href?: string | undefined;
}

/** What the page of a run shows. */
export interface RunPage {
  /** What lists say of it. */
  readonly line: RunLine;
  readonly process: MaybeLink;
  readonly issue: Link;
  /** What the date is called that it counts from. */
  readonly anchor: string;
  readonly started: string;
  readonly onTime: ShareFigure;
  /** The steps whose turn it is; empty once it is over. */
  readonly turns: readonly RunStepLine[];
  /** Where each step stands; absent where the record does not say what waits for what. */
  readonly flow?: Flow | undefined;
  readonly steps: readonly RunStepLine[];
  /** In the order they happened. */
  readonly departures: readonly DepartureLine[];
}

/** The runs that have a page, by the number of their issue, of several with one number the newest; none where runs are not shown. */
export const runsByNumber: (site: Site) => ReadonlyMap<number, RunRecord> = rememberEach(
  (site) => new Map(site.runs.toReversed().map((run) => [run.issue.number, run])),
);

/** The page of a run, on the day of the site. */
export function runPage(run: RunRecord, site: Site): RunPage {
  const words = siteText.runPage;
  const { dateOf } = site.measureFrame();
  const definition = site.processes.get(run.process)?.definition;
  const steps = stepsOfRun(run, site.measureFrame());
  const lines = new Map(steps.map((step) => [step, runStepLine(step, run, site)]));
  const turns = run.outcome === "running" ? steps.filter(({ task }) => isTurn(task)) : [];
  const startedBy = run.startedBy === "" ? undefined : site.nameOf(run.startedBy);
  const { onTime } = runFigures(run, site);
  return {
    line: runLine(run, site),
    process: {
      text: definition?.title ?? run.process,
      href: definition && addressesUnder(site.settings.base).process(run.process),
    },
    issue: { text: words.onGithub(run.issue.number), href: run.issue.url },
    anchor: definition?.anchor ?? siteText.runs.anchor,
    started: words.started(dateOf(run.startedAt), startedBy),
    onTime,
    turns: turns.flatMap((step) => lines.get(step) ?? []),
    flow: steps.some(({ followers }) => followers.length > 0)
      ? flowOfRun(run.title, steps, (step) => ({
          who: lines.get(step)?.who.map(({ text }) => text) ?? [],
          stands: words.stands(step.state, { endedOn: step.endedOn, due: step.task.dueDate }),
        }))
      : undefined,
    steps: [...lines.values()],
    departures: run.deviations.map((deviation) => departureLine(deviation, run, site)),
  };
}

function departureLine(
  { kind, step, by, at, reason, reasonUrl, date }: DeviationRecord,
  run: RunRecord,
  site: Site,
): DepartureLine {
  const task = run.tasks.find((one) => one.step === step);
  const isUnapproved = kind === "skipped" && task !== undefined && approvalsNotGiven(run).includes(task);
  return {
    on: dayAndMonth(site.measureFrame().dateOf(at)),
    text: siteText.runPage.departure(isUnapproved ? "not-approved" : kind, {
      step: step === null ? undefined : (task?.title ?? step),
      to: date,
      by: by === "" ? "" : site.nameOf(by),
    }),
    reason,
    href: reasonUrl,
  };
}
