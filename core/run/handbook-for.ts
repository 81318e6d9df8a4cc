import { type Handbook, type HandbookConfig, type ProcessId, settingsFor } from "../definition/index.ts";
import type { RunHandbook } from "./run-handbook.ts";

/**
 * The handbook as it holds for runs of one process, which may have a calendar of its own and wait for `/go` in its own way. A run
 * follows the steps and roles it began with; who is away and when nobody works it takes from the newest commit.
 */
export function handbookFor(process: ProcessId, run: RunHandbook): RunHandbook {
  const { newest } = run;
  const pinned = withSettingsOf(process, run.handbook);
  if (newest === undefined) return pinned === run.handbook ? run : { ...run, handbook: pinned };
  const { absences, people } = newest;
  const config = { ...run.handbook.config, ...calendarOf(newest.config) };
  const handbook = withSettingsOf(process, { ...run.handbook, config, absences, people });
  return { ...run, handbook, atStart: pinned };
}

function withSettingsOf(process: ProcessId, handbook: Handbook): Handbook {
  const definition = handbook.processes.get(process);
  if (definition?.calendar === undefined && definition?.confirm === undefined) return handbook;
  return { ...handbook, config: settingsFor(definition, handbook.config) };
}

function calendarOf({ country, region, workweek, closed, worked }: HandbookConfig) {
  return { country, region, workweek, closed, worked };
}
