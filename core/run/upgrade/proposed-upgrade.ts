import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";

/** The newer text that was shown last and waits for `/go`, unless dates or the text have changed since; nothing when none does. */
export function proposedUpgrade({
  entries,
}: Pick<Ledger, "entries">): Extract<LedgerEntry, { kind: "upgrade-proposed" }> | undefined {
  const last = entries.findLast(({ kind }) => endings.includes(kind));
  return last?.kind === "upgrade-proposed" ? last : undefined;
}

const endings: readonly LedgerEntry["kind"][] = ["upgrade-proposed", "upgraded", "proposed", "moved", "due"];
