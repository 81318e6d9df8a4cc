import type { Ledger, LedgerEntry } from "./ledger.ts";

/** What changes the plan of a run, or is proposed to: the last of these decides what a `/go` is about. */
const plans: readonly LedgerEntry["kind"][] = ["proposed", "moved", "due", "upgrade-proposed", "upgraded"];

/**
 * What waits for `/go`: of new dates (`proposed`) or of a newer text (`upgrade-proposed`), the one proposed last, unless dates or the text
 * have changed since, or the other was proposed; nothing when none does.
 */
export function waitingProposal<K extends "proposed" | "upgrade-proposed">(
  { entries }: Pick<Ledger, "entries">,
  kind: K,
): Extract<LedgerEntry, { kind: K }> | undefined {
  const last = entries.findLast((entry) => plans.includes(entry.kind));
  return last?.kind === kind ? (last as Extract<LedgerEntry, { kind: K }>) : undefined;
}
