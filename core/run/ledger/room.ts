import { beginningOf } from "../../beginning-of.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { longestWords } from "./ledger-schema.ts";
import { storeLedger } from "./store-ledger.ts";

/**
 * How much of a comment's 65,536 characters the stored ledger may take: the rest is for words. Beyond `plans` nothing is
 * taken in that a run can do without, so that what ends steps and the run itself, takes an end back, or keeps somebody from judging, still has room up to `endings`. What
 * takes an approval back has room where nothing else has, or whoever fills the notes could keep one that does not hold any more: there is
 * no more of it than there are approvals.
 */
const room = { warning: 26_000, plans: 30_000, endings: 40_000, withdrawals: 42_000 } as const;

const withdrawing: readonly LedgerEntry["kind"][] = ["edited", "changes"];

/** From here on reasons are shortened: they can be read in the comments they were given in. */
const roomForWholeReasons = 16_000;
const shorterReasons: readonly number[] = [200, 100, 40, 0];
/** Values that were entered are not cut further: dates, amounts, choices and most links are shorter. */
const shortestValues = 100;

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
  // Or whoever fills the notes could judge what they wrote.
  "worked",
];

/**
 * The ledger with one more entry. When it grows long, the reasons, notes and entered values in all of its entries are cut as far as it
 * takes, and the warnings in them left out, the newest last, since people have yet to hear of that; the number of the comment stays, so
 * that each can be read whole where it was written.
 * Nothing when there is no room for the entry even so.
 */
export function addEntry(ledger: Ledger, entry: LedgerEntry): Ledger | undefined {
  const longer = withEntry(ledger, withShorterWords(entry, longestWords - 1));
  const size = storedLength(longer);
  if (size <= roomForWholeReasons) return longer;
  const most = withdrawing.includes(entry.kind)
    ? room.withdrawals
    : ending.includes(entry.kind)
      ? room.endings
      : room.plans;
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
    const entries = ledger.entries.map((entry, index) =>
      index < count ? withoutWarnings(withShorterWords(entry, most)) : entry,
    );
    shortened = { ...ledger, entries };
    if (storedLength(shortened) <= roomForWholeReasons) return shortened;
  }
  return shortened;
}

/** What a change brings is kept until it is said; nobody asks for it afterwards. */
function withoutWarnings(entry: LedgerEntry): LedgerEntry {
  if (!("warnings" in entry)) return entry;
  const { warnings: _said, ...rest } = entry;
  return rest;
}

/** Whether an entry has words or values that are longer than is asked for. */
function isLonger(entry: LedgerEntry, most: number): boolean {
  return (
    wordsIn(entry).length > most + 1 || valuesIn(entry).some((value) => value.length > mostInValue(most))
  );
}

function wordsIn(entry: LedgerEntry): string {
  return ("reason" in entry ? entry.reason : "note" in entry ? entry.note : undefined) ?? "";
}

function valuesIn(entry: LedgerEntry): string[] {
  return entry.kind === "closed" ? [...(entry.collected?.values() ?? [])] : [];
}

function mostInValue(most: number): number {
  return Math.max(most, shortestValues) + 1;
}

function withShorterWords(entry: LedgerEntry, most: number): LedgerEntry {
  if (!isLonger(entry, most)) return entry;
  if ("reason" in entry && entry.reason !== undefined)
    return { ...entry, reason: shorter(entry.reason, most) };
  if (entry.kind !== "closed") return entry;
  const { note, collected } = entry;
  const values = [...(collected ?? [])].map(
    ([id, value]) => [id, shorter(value, mostInValue(most) - 1)] as const,
  );
  return {
    ...entry,
    ...(note !== undefined && { note: shorter(note, most) }),
    ...(collected && { collected: new Map(values) }),
  };
}

function shorter(words: string, most: number): string {
  return words.length <= most + 1 ? words : `${beginningOf(words, most)}…`;
}

function storedLength(ledger: Ledger): number {
  return storeLedger(ledger).length;
}
