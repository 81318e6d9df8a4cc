import type { Account } from "../people/account.ts";
import type { LedgerEntry } from "./ledger.ts";

/** Whoever did what an entry says. */
export function doerOf({ by, byId }: Pick<LedgerEntry, "by" | "byId">): Account {
  return { login: by, id: byId ?? null };
}
