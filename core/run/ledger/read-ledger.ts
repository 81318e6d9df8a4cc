import { rememberLast } from "../../remember-last.ts";
import { type Ledger, ledgerVersions } from "./ledger.ts";
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

const oldestVersion = Math.min(...ledgerVersions);
const currentVersion = Math.max(...ledgerVersions);

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
  if (!/^\d{1,6}\.[A-Za-z0-9+/=]+$/.test(stored)) return { kind: "unreadable" };
  const dot = stored.indexOf(".");
  const version = Number(stored.slice(0, dot));
  if (version < oldestVersion) return { kind: "unreadable" };
  if (version > currentVersion) return { kind: "newer", version };
  try {
    const decoded = ledgerSchema.safeDecode(unpack(stored.slice(dot + 1)) as never);
    return decoded.success ? { kind: "ledger", ledger: decoded.data } : { kind: "unreadable" };
  } catch {
    // Not base64, not deflated, or no JSON: there is no other way to find out.
    return { kind: "unreadable" };
  }
}
