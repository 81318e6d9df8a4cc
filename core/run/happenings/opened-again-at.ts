import type { Instant } from "../../metrics/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { latestInstant } from "../state/latest-instant.ts";
import type { TaskState } from "../state/task-state.ts";

/**
 * When a step that was over was opened again last, by whatever means; empty where it never was. What was done to its issue by hand until
 * then was done to a step that was over, and comes back without a word.
 */
export function openedAgainAt(
  { step, openedAgainAt: reopened = "" }: TaskState,
  { entries }: Ledger,
): Instant {
  const takenBack = entries.flatMap((entry) =>
    entry.kind === "undone" && entry.step === step && endings.has(entry.of) ? [entry.at] : [],
  );
  return latestInstant([reopened, ...takenBack]);
}

const endings: ReadonlySet<LedgerEntry["kind"]> = new Set(["closed", "approved", "decided", "skipped"]);
