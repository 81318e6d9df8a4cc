import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";

/** The new date that waits for `/go`: the one proposed last, unless the plan has moved since; nothing when none does. */
export function proposedChange({
  entries,
}: Pick<Ledger, "entries">): Extract<LedgerEntry, { kind: "proposed" }> | undefined {
  const last = entries.findLast(({ kind }) => kind === "proposed" || kind === "moved" || kind === "due");
  return last?.kind === "proposed" ? last : undefined;
}
