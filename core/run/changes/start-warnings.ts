import { text } from "../../text/index.ts";
import { toldOfRun } from "../people/told-of-run.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** Two runs that began alike, of which neither was shown to whoever began the other: it is said now, once, on each that began no earlier. */
export function begunTogether({ alike, ...facts }: StatusFacts): Message[] {
  const { observed, state, definition } = facts;
  if (alike === undefined || state.outcome !== "running") return [];
  const words = text.start.begunAlike({
    told: toldOfRun(facts),
    other: alike.run,
    isEarlier: alike.isEarlier,
    anchor: definition.anchor,
    date: state.anchorDate,
  });
  return [{ issue: observed.run, key: `begun with ${alike.run}`, words }];
}

/**
 * The warnings of a plan that nobody has seen before its run began, said once to whoever hears of the run: it was not to be confirmed,
 * or is the run of a step.
 */
export function startWarnings(facts: StatusFacts): Message[] {
  const { ledger, observed, definition } = facts;
  if (ledger.startWarnings === undefined || facts.state.outcome !== "running") return [];
  const words = text.start.begunWithWarnings({
    told: toldOfRun(facts),
    anchor: definition.anchor,
    ...ledger.startWarnings,
  });
  return [{ issue: observed.run, key: "start warnings", words }];
}
