import { describe, expect, test } from "vitest";
import type { Ledger, LedgerEntry } from "../../../../core/run/ledger/ledger.ts";
import { addEntry, isNearlyFull } from "../../../../core/run/ledger/room.ts";
import { storeLedger } from "../../../../core/run/ledger/store-ledger.ts";
import { entryOfEach, ledgerWith, plainLedger } from "./sample-ledger.ts";

/** Words that pack badly and are the same in every run, all of the same length for the same number. */
function wordsOf(seed: number, length: number): string {
  let state = seed * 2_654_435_761 + 1;
  const letters = Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[(state >>> 16) % 62];
  });
  return letters.join("");
}

const sizeOf = (ledger: Ledger) => storeLedger(ledger).length;
const bare = { at: "2026-11-03T09:00:00Z", by: "ann" };
const skip = (index: number, length: number): LedgerEntry => ({
  ...bare,
  kind: "skipped",
  step: `s${index}`,
  reason: wordsOf(index, length),
  comment: index,
});
/** A fact with nothing in it that could be shortened. */
const solid = (index: number): LedgerEntry => ({
  ...bare,
  kind: "handed",
  step: `s${index}`,
  to: Array.from({ length: 10 }, (_, person) => wordsOf(index * 10 + person, 20)),
  reason: "",
  comment: index,
});

/** The ledger with as many further facts as are taken in, one by one, up to so many. */
function filled(entryAt: (index: number) => LedgerEntry, most = Number.POSITIVE_INFINITY): Ledger {
  let full: Ledger = plainLedger;
  for (let index = 1; index <= most; index += 1) {
    const next = addEntry(full, entryAt(index));
    if (!next) return full;
    full = next;
  }
  return full;
}

const reasonsOf = (ledger: Ledger) =>
  ledger.entries.map((entry) => ("reason" in entry ? (entry.reason ?? "") : ""));

describe("words that are too long", () => {
  test.each<readonly [string, LedgerEntry, (entry: LedgerEntry) => unknown]>([
    [
      "a reason",
      { ...entryOfEach.changes, reason: "r".repeat(5000) },
      (entry) => "reason" in entry && entry.reason,
    ],
    ["a note", { ...entryOfEach.closed, note: "r".repeat(5000) }, (entry) => "note" in entry && entry.note],
  ])("%s is cut to what can be stored, with a sign that it was", (_what, entry, wordsIn) => {
    const words = wordsIn(addEntry(plainLedger, entry)?.entries[0] as LedgerEntry);
    expect(words).toBe(`${"r".repeat(1999)}…`);
  });

  test.each([
    ["of exactly the longest there is stays whole", "r".repeat(2000), "r".repeat(2000)],
    ["of one more than that is cut", "r".repeat(2001), `${"r".repeat(1999)}…`],
    ["keeps characters of two halves before the cut", `😀${"r".repeat(3000)}`, `😀${"r".repeat(1997)}…`],
    ["is not cut within one character", `${"r".repeat(1998)}😀😀`, `${"r".repeat(1998)}…`],
  ])("a reason %s", (_what, reason, expected) => {
    const added = addEntry(plainLedger, { ...entryOfEach.changes, reason });
    expect(added?.entries[0]).toEqual({ ...entryOfEach.changes, reason: expected });
  });

  test("nothing else of a fact is touched", () => {
    const { closed } = entryOfEach;
    expect(addEntry(plainLedger, { ...closed, note: "r".repeat(5000) })?.entries[0]).toEqual({
      ...closed,
      note: `${"r".repeat(1999)}…`,
    });
    for (const entry of Object.values(entryOfEach))
      expect(addEntry(plainLedger, entry)?.entries).toEqual([entry]);
  });
});

describe("a ledger that grows long", () => {
  test.each([
    ["to 200 characters", 700, 200],
    ["to nothing", 300, 0],
  ])("leaves facts alone that have no words beyond the cut, here %s", (_cut, length, most) => {
    const collected = (value: string) => new Map([["link", value]]);
    const short: readonly LedgerEntry[] = [
      skip(1, most),
      skip(2, most + 1),
      solid(3),
      { ...bare, kind: "closed", step: "s4", early: false },
      { ...bare, kind: "closed", step: "s5", early: false, note: wordsOf(5, most + 1) },
      {
        ...bare,
        kind: "closed",
        step: "s6",
        early: false,
        collected: collected(wordsOf(6, Math.max(most, 100) + 1)),
      },
      { ...bare, kind: "closed", step: "s7", early: false, collected: collected("https://example.org") },
    ];
    let ledger: Ledger = { ...plainLedger, entries: short };
    for (let index = 8; reasonsOf(ledger)[7]?.length !== (most === 0 ? 1 : most + 1); index += 1)
      ledger = addEntry(ledger, skip(index, length)) as Ledger;
    for (const [index, entry] of short.entries()) expect(ledger.entries[index]).toBe(entry);
  });

  test("keeps all reasons whole while there is room, and then cuts those before the newest", () => {
    let ledger: Ledger = plainLedger;
    let before = ledger;
    for (let index = 1; reasonsOf(ledger).every((reason) => reason.length === 700); index += 1) {
      before = ledger;
      ledger = addEntry(ledger, skip(index, 700)) as Ledger;
    }
    expect(
      sizeOf({ ...before, entries: [...before.entries, skip(before.entries.length + 1, 700)] }),
    ).toBeGreaterThan(16_000);
    expect(sizeOf(before)).toBeLessThanOrEqual(16_000);
    expect(
      reasonsOf(ledger)
        .slice(0, -1)
        .every((reason) => /^[A-Za-z0-9]{200}…$/.test(reason)),
    ).toBe(true);
    expect(reasonsOf(ledger).at(-1)).toBe(wordsOf(ledger.entries.length, 700));
  });

  test("no longer keeps what older changes brought, which was said by then, and keeps it of the newest", () => {
    const warnings = { messages: [wordsOf(900, 300)], left: 0 };
    const due = (index: number): LedgerEntry => ({
      ...bare,
      kind: "due",
      step: `s${index}`,
      date: plainLedger.anchorDate,
      reason: "",
      comment: index,
      warnings: { messages: [wordsOf(index, 300)], left: 0 },
    });
    let ledger: Ledger = plainLedger;
    for (let index = 1; index <= 200; index += 1) ledger = addEntry(ledger, due(index)) as Ledger;
    ledger = addEntry(ledger, { ...due(201), warnings } as LedgerEntry) as Ledger;
    const kept = ledger.entries.map((entry) => ("warnings" in entry ? entry.warnings : undefined));
    expect(kept[0]).toBeUndefined();
    expect(kept.at(-1)).toEqual(warnings);
    expect(ledger.entries).toHaveLength(201);
    expect(sizeOf(ledger)).toBeLessThan(16_000 + 1_000);
  });

  test("cuts no further than it takes: to 200, 100, 40 characters, and at last to none", () => {
    const seen = new Set<number>();
    let ledger: Ledger = plainLedger;
    for (let index = 1; index <= 400; index += 1) {
      const next = addEntry(ledger, skip(index, 300));
      if (!next) break;
      ledger = next;
      seen.add(reasonsOf(ledger)[0]?.length ?? 0);
      expect(ledger.entries[index - 1]).toMatchObject({ comment: index, step: `s${index}` });
    }
    expect([...seen]).toEqual([300, 201, 101, 41, 1]);
  });

  test("leaves reasons alone that are short already", () => {
    let ledger: Ledger = plainLedger;
    for (
      let index = 1;
      reasonsOf(ledger)
        .slice(0, 2)
        .every(({ length }) => length !== 201);
      index += 1
    )
      ledger = addEntry(ledger, skip(index, index % 2 ? 30 : 700)) as Ledger;
    expect(reasonsOf(ledger).filter(({ length }) => length === 30).length).toBeGreaterThan(5);
    expect(
      new Set(
        reasonsOf(ledger)
          .slice(0, -1)
          .map(({ length }) => length),
      ),
    ).toEqual(new Set([30, 201]));
  });

  test("cuts the newest reason too when nothing else makes room for it", () => {
    const full = filled(solid);
    const almost = { ...full, entries: full.entries.slice(0, -2) };
    const late = { ...bare, kind: "due", step: "s1", date: plainLedger.checkedOn, comment: 1 } as const;
    const added = addEntry(almost, { ...late, reason: wordsOf(900, 1500) });
    expect(added?.entries.at(-1)).toEqual({ ...late, reason: "…" });
    expect(sizeOf(added as Ledger)).toBeLessThanOrEqual(30_000);
  });

  test("cuts what was entered to 100 characters at the shortest, and notes as reasons are", () => {
    const done = (index: number): LedgerEntry => ({
      ...bare,
      kind: "closed",
      step: `s${index}`,
      early: false,
      collected: new Map([
        ["link", wordsOf(index, 300)],
        ["hours", "3.5"],
        ["just", wordsOf(index + 500, 101)],
      ]),
      ...(index % 2 === 0 && { note: wordsOf(index + 1000, 30) }),
    });
    const last = filled(done).entries;
    expect(last.length).toBeGreaterThan(40);
    expect(last[0]).toEqual({
      ...done(1),
      collected: new Map([
        ["link", `${wordsOf(1, 300).slice(0, 100)}…`],
        ["hours", "3.5"],
        ["just", wordsOf(501, 101)],
      ]),
    });
    expect(last[1]).toMatchObject({ note: "…" });
  });
});

describe("a ledger that is full", () => {
  const full = filled(solid);
  const ending =
    "go closed reopened edited changes approved decided skipped cancelled resumed restored ended worked".split(
      " ",
    );

  test("is nearly so a good while before", () => {
    expect(sizeOf(full)).toBeLessThanOrEqual(30_000);
    expect(isNearlyFull(full)).toBe(true);
    expect(isNearlyFull(plainLedger)).toBe(false);
    const grown = full.entries.map((_, index) => ({ ...full, entries: full.entries.slice(0, index) }));
    const first = grown.find(isNearlyFull);
    expect(sizeOf(first as Ledger)).toBeGreaterThan(26_000);
    expect(grown.filter((ledger) => !isNearlyFull(ledger)).every((ledger) => sizeOf(ledger) <= 26_000)).toBe(
      true,
    );
  });

  test.each(Object.values(entryOfEach))(
    "takes in what ends something or keeps somebody from judging, and no more: $kind",
    (entry) => {
      const larger = {
        ...entry,
        by: wordsOf(7, 100),
        hadBy: Array.from({ length: 60 }, (_, index) => 1_000_003 * index + 7),
      };
      expect(addEntry(full, larger as LedgerEntry) !== undefined).toBe(ending.includes(entry.kind));
    },
  );

  test("has no room for ends either at last, and still for what takes an approval back", () => {
    let over = full;
    for (let index = 0; index < 1000; index += 1) {
      const next = addEntry(over, {
        ...bare,
        by: wordsOf(index, 90),
        kind: "reopened",
        step: wordsOf(index + 5000, 150),
      });
      if (!next) break;
      over = next;
    }
    expect(sizeOf(over)).toBeLessThanOrEqual(40_000);
    expect(sizeOf(over)).toBeGreaterThan(39_000);
    const by = wordsOf(3, 90);
    const endings = Array.from({ length: 10 }, (_, index) => ({
      ...entryOfEach.reopened,
      by,
      step: wordsOf(index, 150),
    }));
    const packed = endings.reduce<Ledger>((ledger, entry) => addEntry(ledger, entry) ?? ledger, over);
    expect(sizeOf(packed)).toBeLessThanOrEqual(40_000);
    for (const entry of [entryOfEach.edited, entryOfEach.changes])
      expect(addEntry(packed, { ...entry, step: wordsOf(9, 150) })).toBeDefined();
    expect(addEntry(packed, { ...entryOfEach.reopened, by, step: wordsOf(77, 150) })).toBeUndefined();
  });
});

test("what moves a run to another text changes what its ledger follows, and nothing else does", () => {
  const { upgraded, closed } = entryOfEach;
  const moved = addEntry(ledgerWith(closed), upgraded);
  expect(moved).toEqual({
    ...ledgerWith(closed, upgraded),
    revision: upgraded.revision,
    files: upgraded.files,
  });
  expect(addEntry(ledgerWith(closed), entryOfEach["upgrade-proposed"])).toMatchObject({
    revision: "abc",
    files: [],
  });
});
