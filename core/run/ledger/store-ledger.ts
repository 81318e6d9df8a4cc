import { z } from "zod";
import { rememberEach } from "../../remember-each.ts";
import { type Ledger, type LedgerEntry, ledgerVersions } from "./ledger.ts";
import { entrySchema, ledgerSchema } from "./ledger-schema.ts";
import { packJson } from "./pack.ts";

/**
 * A ledger as it is kept: its version and its packed text. Throws for one that its own schema refuses: a mistake of ours. Packing is
 * most of a look at a long run, and one ledger is kept in two places and measured.
 */
export const storeLedger: (ledger: Ledger) => string = rememberEach((ledger) => {
  const version = versionOf(ledger);
  return `${version}.${packJson(jsonOf({ ...ledger, version }))}`;
});

/** The oldest version that knows all that is in a ledger. */
function versionOf({ entries, work }: Ledger): Ledger["version"] {
  const needed = new Set([work === undefined ? 2 : 5, ...entries.map(versionOfEntry)]);
  return ledgerVersions.findLast((version) => needed.has(version)) ?? 2;
}

function versionOfEntry(entry: LedgerEntry): Ledger["version"] {
  if (entry.gave !== undefined) return 8;
  if (
    entry.kind === "worked" ||
    entry.askedAbout !== undefined ||
    ("inTurn" in entry && entry.inTurn !== undefined)
  )
    return 7;
  switch (entry.kind) {
    case "decided":
    case "answered":
      return entry.reason === undefined ? 2 : 4;
    case "replied":
      return 4;
    case "closed":
      return entry.collected === undefined ? 2 : 3;
    case "due":
    case "proposed":
    case "added":
    case "handed":
      return entry.warnings === undefined ? 2 : 6;
    case "moved":
      return entry.warnings === undefined ? 2 : entry.comment === null ? 4 : 6;
    case "upgrade-proposed":
    case "upgraded":
      return 3;
    default:
      return 2;
  }
}

const headSchema = ledgerSchema.omit({ entries: true });

/** What the schema of the whole ledger writes, with its entries one by one: they stay the same objects from one ledger to the next. */
function jsonOf({ entries, ...head }: Ledger): string {
  // Only that its lists may not be changed tells a ledger from what the schema writes.
  const written = JSON.stringify(z.encode(headSchema, head as z.output<typeof headSchema>));
  return `${written.slice(0, -1)},"entries":[${entries.map(jsonOfEntry).join(",")}]}`;
}

const jsonOfEntry = rememberEach((entry: LedgerEntry): string =>
  JSON.stringify(z.encode(entrySchema, entry as z.output<typeof entrySchema>)),
);
