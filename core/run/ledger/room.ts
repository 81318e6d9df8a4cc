import type { Ledger, LedgerEntry } from "./ledger.ts";
import { longestWords } from "./ledger-schema.ts";
import { storeLedger } from "./store-ledger.ts";

/**
 * How much of a comment's 65,536 characters the stored ledger may take: the rest is for words. Beyond `plans` nothing is
 * taken in that a run can do without, so that what ends steps and the run itself, or takes an end back, still has room up to `endings`.
 */
const room = { warning: 26_000, plans: 30_000, endings: 40_000 } as const;

/** From here on reasons are shortened: they can be read in the comments they were given in. */
const roomForWholeReasons = 16_000;
const shorterReasons: readonly number[] = [200, 100, 40, 0];

const ending: readonly LedgerEntry["kind"][] = [
  "go",
  "closed",
  "reopened",
  "edited",
  "changes",
  "approved",
  "decided",
  "skipped",
  "cancelled",
  "resumed",
  "restored",
  "ended",
];

/**
 * The ledger with one more entry. When it grows long, the reasons and notes in all of its entries are cut as far as it takes, the newest
 * last, since people have yet to hear of that; the number of the comment stays, so that each can be read whole where it was written.
 * Nothing when there is no room for the entry even so.
 */
export function addEntry(ledger: Ledger, entry: LedgerEntry): Ledger | undefined {
  const longer = withEntry(ledger, withShorterWords(entry, longestWords - 1));
  const size = storedLength(longer);
  if (size <= roomForWholeReasons) return longer;
  const most = ending.includes(entry.kind) ? room.endings : room.plans;
  const shortened = withShorterReasons(longer, ledger.entries.length);
  if (storedLength(shortened) <= most) return shortened;
  const all = withShorterReasons(longer, Number.POSITIVE_INFINITY);
  return storedLength(all) <= most ? all : undefined;
}

/** An entry that moves the run to another text of the handbook changes what the ledger says it follows. */
function withEntry(ledger: Ledger, entry: LedgerEntry): Ledger {
  const entries = [...ledger.entries, entry];
  if (entry.kind !== "upgraded") return { ...ledger, entries };
  return { ...ledger, revision: entry.revision, files: entry.files, entries };
}

/** Whether soon only what ends a step or the run, or takes that back, is taken in. */
export function isNearlyFull(ledger: Ledger): boolean {
  return storedLength(ledger) > room.warning;
}

/** The ledger with the words of its first so many entries cut as far as it takes. */
function withShorterReasons(ledger: Ledger, count: number): Ledger {
  let shortened = ledger;
  for (const most of shorterReasons) {
    if (!shortened.entries.slice(0, count).some((entry) => longestIn(entry) > most + 1)) continue;
    const entries = ledger.entries.map((entry, index) =>
      index < count ? withShorterWords(entry, most) : entry,
    );
    shortened = { ...ledger, entries };
    if (storedLength(shortened) <= roomForWholeReasons) return shortened;
  }
  return shortened;
}

function longestIn(entry: LedgerEntry): number {
  return Math.max(
    "reason" in entry ? entry.reason.length : 0,
    "note" in entry && entry.note !== undefined ? entry.note.length : 0,
  );
}

function withShorterWords(entry: LedgerEntry, most: number): LedgerEntry {
  if (longestIn(entry) <= most + 1) return entry;
  if ("reason" in entry) return { ...entry, reason: shorter(entry.reason, most) };
  return "note" in entry && entry.note !== undefined ? { ...entry, note: shorter(entry.note, most) } : entry;
}

function shorter(words: string, most: number): string {
  // A character of two halves is not cut in the middle.
  return words.length <= most + 1 ? words : `${words.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

function storedLength(ledger: Ledger): number {
  return storeLedger(ledger).length;
}
