import { text } from "../../text/index.ts";
import { isOver } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/**
 * What a date brings that somebody has set by hand, said once to them on its step: nobody could be shown it before. Of several dates of
 * a step the last one counts.
 */
export function datingWarnings({ ledger, state }: StatusFacts): Message[] {
  if (state.outcome !== "running") return [];
  return state.tasks.flatMap((task): Message[] => {
    const dated = ledger.entries.findLast((entry) => entry.kind === "due" && entry.step === task.step);
    if (dated?.kind !== "due" || dated.comment !== null || dated.warnings === undefined) return [];
    if (task.issue === undefined || isOver(task)) return [];
    const words = text.rights.putBack.datedAnyway(text.runComments.to(dated.by), dated.warnings);
    return [{ issue: task.issue, key: `dated ${dated.at}`, words }];
  });
}
