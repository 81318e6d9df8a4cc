import type { ProcessId } from "../../core/definition/index.ts";
import { type Decision, decisionsInWords } from "../../core/learning/index.ts";
import type { DecidedSuggestion } from "../../core/metrics/index.ts";
import { shortDate, siteText } from "../../core/text/index.ts";
import type { Site } from "./site.ts";

/** What people decided about suggestions of past runs of a process. */
export function decidedAbout(id: ProcessId, { activity }: Site): DecidedSuggestion[] {
  return (activity.decided ?? []).filter(({ process }) => process === id);
}

/** The same in words, newest first. */
export function decisionsAbout(id: ProcessId, site: Site): Decision[] {
  const definition = site.handbook.processes.get(id);
  if (definition === undefined) return [];
  const { roles, config } = site.handbook;
  return decisionsInWords(decidedAbout(id, site), { definition, roles }, config.timeZone);
}

/** What the page of a process says of it: how much was learnt, and when last; nothing where nothing was. */
export function learntText(id: ProcessId, site: Site): string | undefined {
  const learnt = decisionsAbout(id, site).filter(({ isTaken }) => isTaken);
  const [newest] = learnt;
  return newest && siteText.pastRuns.learnt(learnt.length, shortDate(newest.day));
}
