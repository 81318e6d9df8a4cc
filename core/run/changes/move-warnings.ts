import { text } from "../../text/index.ts";
import type { StatusFacts } from "../status-comment.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import type { Message } from "./messages.ts";

/** What it brings that somebody has moved this run with the run it belongs to, said once to them: they were shown what it brings there. */
export function moveWarnings({ ledger, observed, definition, state }: StatusFacts): Message[] {
  const moved = ledger.entries.findLast((entry) => entry.kind === "moved");
  if (moved?.kind !== "moved" || moved.comment !== null || moved.warnings === undefined) return [];
  if (state.outcome !== "running") return [];
  const { at, by, anchorDate, warnings } = moved;
  const above = runOfStepBody(observed.run.body);
  const words = text.start.movedWithWarnings({ told: by, above, anchor: definition.anchor, ...warnings });
  return [{ issue: observed.run, key: `move warnings ${at} ${anchorDate}`, words }];
}
