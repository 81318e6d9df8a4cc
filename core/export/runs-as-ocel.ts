import type { RunRecord } from "../metrics/index.ts";
import { ocelEvents, ocelEventTypes } from "./ocel-events.ts";
import type { OcelLog } from "./ocel-log.ts";
import { ocelObjects, ocelObjectTypes } from "./ocel-objects.ts";

/**
 * The records of runs as an event log of OCEL 2.0 (https://www.ocel-standard.org/), for tools of process mining: processes, runs,
 * steps and people are its objects; starts, turns, ends, approvals and every departure its events, oldest first. What was entered when a step was
 * done stands at that event. Texts that people
 * typed are there as they typed them. A log without objects where there are no runs.
 */
export function runsAsOcel(runs: readonly RunRecord[]): OcelLog {
  return {
    objectTypes: ocelObjectTypes,
    eventTypes: ocelEventTypes(runs),
    objects: ocelObjects(runs),
    events: ocelEvents(runs),
  };
}
