import { text } from "../../text/index.ts";
import { cancellationOf } from "../state/cancellation.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** What those hear who have opened a step since its run was cancelled: it is closed again, and what to open instead. */
export function openedInCancelled({ ledger, observed, state }: StatusFacts): Message[] {
  const cancelled = cancellationOf(ledger);
  if (cancelled === undefined) return [];
  return state.tasks.flatMap(({ issue, status, isLeftOut }): Message[] => {
    if (!issue || isLeftOut || status !== "cancelled" || issue.isReopenedByUs) return [];
    const { reopenedAt, reopenedBy: by } = issue;
    if (by === null || reopenedAt === null || reopenedAt <= cancelled.at) return [];
    const words = text.runComments.cancelledWithRun(by, observed.run.number);
    return [{ issue, key: `opened in cancelled ${issue.reopenings}`, words }];
  });
}
