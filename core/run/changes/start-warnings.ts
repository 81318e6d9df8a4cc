import { text } from "../../text/index.ts";
import { toldOfRun } from "../people/told-of-run.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

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
