import { z } from "zod";
import type { Ledger } from "./ledger.ts";
import { ledgerSchema } from "./ledger-schema.ts";
import { pack } from "./pack.ts";

/** A ledger as it is kept: its version and its packed text. Throws for one that its own schema refuses: a mistake of ours. */
export function storeLedger(ledger: Ledger): string {
  // Only that its lists may not be changed tells a ledger from what the schema writes.
  const changeable = ledger as z.output<typeof ledgerSchema>;
  return `${ledger.version}.${pack(z.encode(ledgerSchema, changeable))}`;
}
