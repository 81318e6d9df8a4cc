import { z } from "zod";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { ledgerSchema } from "./ledger-schema.ts";
import { pack } from "./pack.ts";

const known = new WeakMap<Ledger, string>();

/** A ledger as it is kept: its version and its packed text. Throws for one that its own schema refuses: a mistake of ours. */
export function storeLedger(ledger: Ledger): string {
  // Packing is most of a look at a long run, and one ledger is kept in two places and measured.
  const before = known.get(ledger);
  if (before !== undefined) return before;
  // Only that its lists may not be changed tells a ledger from what the schema writes.
  const changeable = ledger as z.output<typeof ledgerSchema>;
  const version = versionOf(ledger);
  const stored = `${version}.${pack(z.encode(ledgerSchema, { ...changeable, version }))}`;
  known.set(ledger, stored);
  return stored;
}

/** The oldest version that knows all that is in a ledger. */
function versionOf({ entries }: Ledger): Ledger["version"] {
  const isNew = (entry: LedgerEntry) =>
    entry.kind === "upgrade-proposed" ||
    entry.kind === "upgraded" ||
    (entry.kind === "closed" && entry.collected !== undefined);
  return entries.some(isNew) ? 3 : 2;
}
