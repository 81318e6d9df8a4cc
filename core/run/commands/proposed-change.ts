import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";

/** The new date that waits for `/go`: the one proposed last, unless the plan has moved since, or something else was proposed; nothing when none does. */
export function proposedChange({
  entries,
}: Pick<Ledger, "entries">): Extract<LedgerEntry, { kind: "proposed" }> | undefined {
  const last = entries.findLast(({ kind }) => endings.includes(kind));
  return last?.kind === "proposed" ? last : undefined;
}

const endings: readonly LedgerEntry["kind"][] = ["proposed", "moved", "due", "upgrade-proposed", "upgraded"];
