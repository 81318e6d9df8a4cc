import type { Instant } from "../../metrics/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { RunFacts } from "../state/run-state.ts";
import { approvalsTakenBack, touchedBy } from "../state/task-progress.ts";

/**
 * Notes how often the issues of the steps an entry is about had been closed and opened by then, so that later events can be told from
 * these. GitHub tells when each was closed and opened last.
 */
export function withSeen(added: LedgerEntry, { issues, definition, ledger }: RunFacts): LedgerEntry {
  if (!("step" in added) || added.step === undefined) return added;
  const opened = touchedBy(added, definition);
  const takenBack = approvalsTakenBack(added, definition, ledger);
  const steps = [...new Set([added.step, ...opened, ...takenBack])];
  const seen = steps.flatMap((step) => {
    const issue = issues.get(step);
    if (issue === undefined) return [];
    const closings = countBy(added.at, issue.closings, issue.closedAt);
    const reopenings = countBy(added.at, issue.reopenings, issue.reopenedAt);
    return [[step, [closings, reopenings]] as const];
  });
  return seen.length > 0 ? { ...added, seen: new Map(seen) } : added;
}

function countBy(at: Instant, count: number, last: Instant | null): number {
  return last !== null && last > at ? count - 1 : count;
}
