import { type ProcessId, settingsFor } from "../definition/index.ts";
import type { RunHandbook } from "./run-handbook.ts";

/** The handbook as it holds for runs of one process, which may have a calendar of its own and wait for `/go` in its own way. */
export function handbookFor(process: ProcessId, run: RunHandbook): RunHandbook {
  const { handbook } = run;
  const definition = handbook.processes.get(process);
  if (definition?.calendar === undefined && definition?.confirm === undefined) return run;
  return { ...run, handbook: { ...handbook, config: settingsFor(definition, handbook.config) } };
}
