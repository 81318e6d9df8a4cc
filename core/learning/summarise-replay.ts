import type { ProcessDefinition } from "../definition/index.ts";
import type { RunRecord } from "../metrics/index.ts";
import { type ReplayedRun, type ReplayFrame, replayRun } from "./replay-run.ts";

/** Steps that as many of the runs did not have. */
export interface UnknownSteps {
  readonly titles: readonly string[];
  readonly runs: number;
}

/** What several past runs would have been under another text. */
export interface ReplaySummary {
  /** Runs that are over, oldest first; those that are under way or were cancelled say nothing yet. */
  readonly runs: readonly ReplayedRun[];
  /** How many met their date, and how many would have. */
  readonly did: number;
  readonly would: number;
  /** Steps that no run had, or not every one, so that nobody can say how long they would have taken; those that most lack first. */
  readonly unknown: readonly UnknownSteps[];
}

/** Replays every completed run of a process under a text of it. */
export function summariseReplay(
  records: readonly RunRecord[],
  definition: ProcessDefinition,
  frame: ReplayFrame,
): ReplaySummary {
  const runs = records
    .filter(({ process, outcome }) => process === definition.id && outcome === "completed")
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .map((record) => replayRun(record, definition, frame));
  return {
    runs,
    did: runs.filter(({ metTheDate }) => metTheDate).length,
    would: runs.filter(({ wouldMeetTheDate }) => wouldMeetTheDate).length,
    unknown: unknownIn(runs),
  };
}

function unknownIn(runs: readonly ReplayedRun[]): UnknownSteps[] {
  const lacking = new Map<string, number>();
  for (const title of runs.flatMap(({ unknown }) => unknown))
    lacking.set(title, (lacking.get(title) ?? 0) + 1);
  return [...Map.groupBy(lacking, ([, times]) => times)]
    .toSorted(([a], [b]) => b - a)
    .map(([times, steps]) => ({ titles: steps.map(([title]) => title), runs: times }));
}
