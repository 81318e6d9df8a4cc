import { rememberLast } from "../../remember-last.ts";
import type { Ledger } from "./ledger.ts";
import { ledgerSchema } from "./ledger-schema.ts";
import { unpack } from "./pack.ts";

/**
 * What stands where a ledger is kept: a ledger; nothing yet; something that cannot be read; or a ledger that a newer Handrail
 * wrote, whose rules this one does not know. A run with one of the last two is left alone, and its notes are never written over.
 */
export type LedgerReading =
  | { readonly kind: "ledger"; readonly ledger: Ledger }
  | { readonly kind: "none" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "newer"; readonly version: number };

/** What each older version becomes in the next one, by the version it is read from; the first version is not read any more. */
const migrations: ReadonlyMap<number, (older: unknown) => unknown> = new Map([
  // Version 3 only adds: a ledger of version 2 is one in which nothing was collected, and that follows the text it began with.
  [2, (older) => older],
  // Version 4 only adds: in one of version 3 nothing was decided for a reason, and no move brought anything to be said.
  [3, (older) => older],
  // Version 5 only adds: of a run of version 4 nobody noted what its steps said when it was over.
  [4, (older) => older],
]);
const oldestVersion = 2;
export const currentVersion = 5;

/** What stands for a ledger before there is one. */
export const noLedger = "none";

/** GitHub takes no longer text, so nothing longer is a ledger. */
const longestStored = 65_536;

/** A run is read anew at every look, and mostly its notes are as they were. */
const mostRemembered = 16;

/** Reads a ledger as {@link storeLedger} wrote it, of this version or an older one. Never throws. */
export const readStoredLedger: (stored: string) => LedgerReading = rememberLast(mostRemembered, read);

function read(stored: string): LedgerReading {
  if (stored === noLedger) return { kind: "none" };
  if (stored.length > longestStored) return { kind: "unreadable" };
  const [, digits, packed] = /^(\d{1,6})\.([A-Za-z0-9+/=]+)$/.exec(stored) ?? [];
  const version = Number(digits);
  if (packed === undefined || version < oldestVersion) return { kind: "unreadable" };
  if (version > currentVersion) return { kind: "newer", version };
  try {
    const decoded = ledgerSchema.safeDecode(migrate(unpack(packed), version) as never);
    return decoded.success ? { kind: "ledger", ledger: decoded.data } : { kind: "unreadable" };
  } catch {
    // Not base64, not deflated, or no JSON: there is no other way to find out.
    return { kind: "unreadable" };
  }
}

function migrate(value: unknown, from: number): unknown {
  let migrated = value;
  for (let version = from; version < currentVersion; version += 1)
    migrated = migrations.get(version)?.(migrated);
  return migrated;
}
