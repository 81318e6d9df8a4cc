import type { RunRecord, TaskRecord } from "../../core/metrics/index.ts";
import { addressesUnder } from "./addresses.ts";
import type { Site } from "./site.ts";

/** Where a task leads: its issue, while it has none the step in the handbook, and where that has it no longer the page of the run. */
export function taskAddress(
  { issue, step }: TaskRecord,
  run: RunRecord,
  { handbook, settings }: Site,
): string {
  if (issue) return issue.url;
  const definition = handbook.processes.get(run.process);
  const addresses = addressesUnder(settings.base);
  const isKnown = definition?.steps.some(({ id }) => id === step) === true;
  return isKnown ? addresses.process(run.process, step) : addresses.run(run.issue.number);
}
