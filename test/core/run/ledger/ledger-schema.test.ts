import { expect, test } from "vitest";
import { z } from "zod";
import { type LedgerEntry, takenBackKinds } from "../../../../core/run/ledger/ledger.ts";
import { entrySchema, ledgerSchema, longestWords } from "../../../../core/run/ledger/ledger-schema.ts";
import { entryOfEach, fullLedger, plainLedger } from "./sample-ledger.ts";

type Stored = Record<string, unknown>;

const writtenEntry = (entry: LedgerEntry) => z.encode(entrySchema, entry as never) as unknown as Stored;
const written = z.encode(ledgerSchema, fullLedger as never) as unknown as Stored;
const isEntry = (value: unknown) => entrySchema.safeDecode(value as never).success;
const isLedger = (value: unknown) => ledgerSchema.safeDecode(value as never).success;

const without = (stored: Stored, key: string) =>
  Object.fromEntries(Object.entries(stored).filter(([name]) => name !== key));
/** A value of another type than the one that stands there. */
const otherThan = (value: unknown) => (typeof value === "boolean" ? "yes" : false);

const entries = Object.values(entryOfEach);
const fields = entries.flatMap((entry) =>
  Object.keys(writtenEntry(entry))
    .filter((key) => key !== "kind")
    .map((key) => [entry.kind, key] as const),
);

const optional = new Set([
  ..."byId hadBy seen dates promised askedAbout"
    .split(" ")
    .flatMap((key) => entries.map(({ kind }) => `${kind} ${key}`)),
  ..."comment note collected".split(" ").map((key) => `closed ${key}`),
  "skipped gave",
  "undone step",
  ..."undone handed upgraded".split(" ").map((kind) => `${kind} inTurn`),
  "decided reason",
  "answered reason",
  ..."due moved added handed proposed".split(" ").map((kind) => `${kind} warnings`),
  ..."after before".split(" ").map((key) => `added ${key}`),
  ..."toIds from roles".split(" ").map((key) => `handed ${key}`),
]);

test.each(entries)("a fact `$kind` is read back with all it says", (entry) => {
  expect(entrySchema.decode(structuredClone(writtenEntry(entry)) as never)).toEqual(entry);
});

test.each(fields)("a fact `%s` is read without its `%s` only where that may be absent", (kind, key) => {
  expect(isEntry(without(writtenEntry(entryOfEach[kind]), key))).toBe(optional.has(`${kind} ${key}`));
});

test.each(fields)("a fact `%s` is not read with a `%s` of another type", (kind, key) => {
  const stored = writtenEntry(entryOfEach[kind]);
  expect(isEntry({ ...stored, [key]: otherThan(stored[key]) })).toBe(false);
  if (Array.isArray(stored[key])) expect(isEntry({ ...stored, [key]: [false] })).toBe(false);
});

test.each(entries)("a fact `$kind` is not read with a key it does not know", (entry) => {
  expect(isEntry({ ...writtenEntry(entry), extra: 1 })).toBe(false);
});

test.each<readonly [string, LedgerEntry["kind"], Stored, boolean]>([
  ["an account that is gone", "closed", { byId: null }, true],
  ["an account without a number", "closed", { byId: 0 }, false],
  ["assigned accounts without a number", "closed", { hadBy: [0] }, false],
  ["a day that is none", "due", { date: "2026-02-30" }, false],
  ["a day written otherwise", "due", { date: "2026-2-3" }, false],
  ["a moment without its zone", "go", { at: "2026-11-03T09:00:00" }, false],
  ["a moment with another zone", "go", { at: "2026-11-03T09:00:00+02:00" }, true],
  ["a comment before the first", "go", { comment: -1 }, false],
  ["the comment 0", "go", { comment: 0 }, true],
  ["half a comment", "go", { comment: 1.5 }, false],
  ["a skip by hand", "skipped", { comment: null }, true],
  ["a date by hand", "due", { comment: null }, true],
  ["a move with the run above", "moved", { comment: null }, true],
  ["a step added by hand", "added", { comment: null }, true],
  ["a hand-over by hand", "handed", { comment: null }, true],
  ["an end by hand", "cancelled", { comment: null }, true],
  ["a go by hand", "go", { comment: null }, false],
  ["an approval by hand", "approved", { comment: null }, false],
  ["a closing whose comment is nothing", "closed", { comment: null }, false],
  ["a proposal for the whole run", "proposed", { moves: null }, true],
  ["an id of 200 characters", "reopened", { step: "s".repeat(200) }, true],
  ["an id that is too long", "reopened", { step: "s".repeat(201) }, false],
  ["a login of 100 characters", "reopened", { by: "s".repeat(100) }, true],
  ["a login that is too long", "reopened", { by: "s".repeat(101) }, false],
  ["the longest reason", "changes", { reason: "s".repeat(longestWords) }, true],
  ["a reason that is too long", "changes", { reason: "s".repeat(longestWords + 1) }, false],
  ["the longest value", "closed", { collected: [["hours", "3".repeat(500)]] }, true],
  ["a value that is too long", "closed", { collected: [["hours", "3".repeat(501)]] }, false],
  ["the longest digest", "approved", { texts: [["draft", "a".repeat(100)]] }, true],
  ["a digest that is too long", "approved", { texts: [["draft", "a".repeat(101)]] }, false],
  ["the longest revision", "upgraded", { revision: "a".repeat(64) }, true],
  ["a revision that is too long", "upgraded", { revision: "a".repeat(65) }, false],
  ["the longest path", "upgraded", { files: ["a".repeat(500)] }, true],
  ["a path that is too long", "upgraded", { files: ["a".repeat(501)] }, false],
  ["pairs that are three", "upgraded", { answers: [["a", "b", "c"]] }, false],
  [
    "what an approver is asked about",
    "closed",
    { askedAbout: [["judge", [["draft", "a".repeat(100)]]]] },
    true,
  ],
  [
    "who gave work to whom in a run inside",
    "closed",
    {
      gave: [
        [11, [12]],
        [null, []],
      ],
    },
    true,
  ],
  ["nobody at all who gave it", "closed", { gave: [[0, [12]]] }, false],
  ["a longer digest of that", "closed", { askedAbout: [["judge", [["draft", "a".repeat(101)]]]] }, false],
  ["what nothing restores from", "restored", { from: "memory" }, false],
  ["what was restored from the copy", "restored", { from: "copy" }, true],
  ["what was restored from the issues", "restored", { from: "issues" }, true],
  ["what cannot be taken back", "undone", { of: "ended" }, false],
])("%s", (_what, kind, change, isRead) => {
  expect(isEntry({ ...writtenEntry(entryOfEach[kind]), ...change })).toBe(isRead);
});

test.each(takenBackKinds)("that a `%s` was taken back can be noted", (of) => {
  expect(isEntry({ ...writtenEntry(entryOfEach.undone), of })).toBe(true);
});

test("a fact of a kind nobody knows is not read", () => {
  expect(isEntry({ ...writtenEntry(entryOfEach.ended), kind: "blessed" })).toBe(false);
});

const mayBeAbsent = [
  "startedById",
  "accounts",
  "slipBusinessDays",
  "like",
  "elsewhere",
  "startWarnings",
  "work",
];

test.each([fullLedger, plainLedger])("a ledger is read back with all it says", (ledger) => {
  const stored = structuredClone(z.encode(ledgerSchema, ledger as never));
  expect(ledgerSchema.decode(stored)).toEqual(ledger);
});

test.each(Object.keys(written))("a ledger is read without its `%s` only where that may be absent", (key) => {
  expect(isLedger(without(written, key))).toBe(mayBeAbsent.includes(key));
});

test.each(Object.keys(written))("a ledger is not read with a `%s` of another type", (key) => {
  expect(isLedger({ ...written, [key]: otherThan(written[key]) })).toBe(false);
  if (Array.isArray(written[key])) expect(isLedger({ ...written, [key]: [false] })).toBe(false);
});

const plan = { start: "2026-11-02", due: "2026-11-05", people: ["demo-ines"] };
const work = { digest: "wS3", at: "2026-11-04T09:00:00Z", by: "demo-jonas", byId: 13 };
const elsewhere = { person: "demo-ines", due: "2026-11-05", steps: 3 };

test.each<readonly [string, Stored, boolean]>([
  ["what it was before", {}, true],
  ["a key it does not know", { extra: true }, false],
  ["the version before", { version: 5 }, true],
  ["a version that is none", { version: 9 }, false],
  ["a run that waits for its go", { startedAt: null }, true],
  ["a starter who is gone", { startedById: null }, true],
  ["a starter without a number", { startedById: 0 }, false],
  ["an account without a number", { accounts: [["demo-ines", 0]] }, false],
  ["an issue without a number", { issues: [["draft", 0]] }, false],
  ["no slip that is one", { slipBusinessDays: 0 }, false],
  ["a likeness to no run", { like: 0 }, false],
  ["the longest answer", { answers: [["topic", "a".repeat(65_536)]] }, true],
  ["an answer that is too long", { answers: [["topic", "a".repeat(65_537)]] }, false],
  ["a first plan with a key too many", { baseline: [["draft", { ...plan, extra: 1 }]] }, false],
  ["a first plan without people", { baseline: [["draft", without(plan, "people")]] }, false],
  ["a first plan without its start", { baseline: [["draft", without(plan, "start")]] }, false],
  ["a first plan without its due date", { baseline: [["draft", without(plan, "due")]] }, false],
  ["work elsewhere of no step", { elsewhere: [{ ...elsewhere, steps: 0 }] }, false],
  ["work elsewhere of very many steps", { elsewhere: [{ ...elsewhere, steps: 100_000 }] }, true],
  ["work elsewhere of too many steps", { elsewhere: [{ ...elsewhere, steps: 100_001 }] }, false],
  ["work elsewhere of nobody", { elsewhere: [without(elsewhere, "person")] }, false],
  ["work elsewhere on no day", { elsewhere: [without(elsewhere, "due")] }, false],
  ["work elsewhere with a key too many", { elsewhere: [{ ...elsewhere, extra: 1 }] }, false],
  ["warnings that nothing helps against", { startWarnings: { messages: ["a"], left: 0 } }, true],
  ["warnings without their number", { startWarnings: { messages: ["a"] } }, false],
  ["warnings fewer than none", { startWarnings: { messages: ["a"], left: -1 } }, false],
  ["warnings without words", { startWarnings: { left: 1 } }, false],
  ["work that was changed by nobody known", { work: { ...work, by: "", byId: null } }, true],
  ["work with the longest digest", { work: { ...work, digest: "a".repeat(100) } }, true],
  ["work with a digest that is too long", { work: { ...work, digest: "a".repeat(101) } }, false],
  ["work without its digest", { work: without(work, "digest") }, false],
  ["work that was changed at no moment", { work: { ...work, at: "" } }, false],
  ["work without whoever changed it", { work: without(work, "by") }, false],
  ["work without their account", { work: without(work, "byId") }, false],
  ["work with a key too many", { work: { ...work, extra: 1 } }, false],
  ["warnings with a key too many", { startWarnings: { messages: [], left: 1, extra: 1 } }, false],
])("a ledger with %s", (_what, change, isRead) => {
  expect(isLedger({ ...written, ...change })).toBe(isRead);
});
