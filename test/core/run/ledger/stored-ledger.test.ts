import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ledger, LedgerEntry } from "../../../../core/run/index.ts";
import { ledgerVersions } from "../../../../core/run/ledger/ledger.ts";
import { packJson } from "../../../../core/run/ledger/pack.ts";
import { readStoredLedger } from "../../../../core/run/ledger/read-ledger.ts";
import { addEntry } from "../../../../core/run/ledger/room.ts";
import { storeLedger } from "../../../../core/run/ledger/store-ledger.ts";
import { date } from "../../../builders.ts";
import { differentWords } from "../different-words.ts";
import { entryOfEach } from "./sample-ledger.ts";

const packed = (value: unknown) => packJson(JSON.stringify(value));

const ledger: Ledger = {
  version: 2,
  process: "launch",
  revision: "0123456789abcdef0123456789abcdef01234567",
  files: ["marketing/launch.mdx"],
  checkedOn: "2026-11-02" as Ledger["checkedOn"],
  anchorDate: "2026-12-18" as Ledger["checkedOn"],
  answers: new Map([["topic", "Rails"]]),
  peopleByRole: new Map([["editor", ["demo-lena"]]]),
  startedBy: "demo-lena",
  startedAt: "2026-11-02T09:00:00Z",
  goAfter: 0,
  baseline: new Map(),
  issues: new Map([["draft", 2]]),
  entries: [{ kind: "closed", step: "draft", at: "2026-11-03T09:00:00Z", by: "demo-ines", early: false }],
};

const pairs = { answers: [["topic", "Rails"]], peopleByRole: [], baseline: [], issues: [["draft", 2]] };
const kinds = ["ledger", "none", "unreadable", "newer"];
const dangerous = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

test("a ledger is read back as it was stored, whatever its ids are called", () => {
  const id = fc.oneof(fc.constantFrom(...dangerous), fc.string({ maxLength: 20 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.string())), fc.array(id), (answers, steps) => {
      const stored: Ledger = {
        ...ledger,
        answers: new Map(answers),
        issues: new Map(steps.map((step, index) => [step, index + 1])),
        entries: steps.map((step) => ({
          kind: "reopened",
          step,
          at: "2026-11-03T09:00:00Z",
          by: "ann",
          seen: new Map([[step, [1, 2]]]),
        })),
      };
      expect(readStoredLedger(storeLedger(stored))).toEqual({ kind: "ledger", ledger: stored });
    }),
  );
});

test("the same ledger is always stored as the same text", () => {
  expect(storeLedger(ledger)).toBe(storeLedger(structuredClone(ledger)));
});

test("a ledger that its own schema refuses is a mistake of ours", () => {
  expect(() => storeLedger({ ...ledger, goAfter: -1 })).toThrow();
  expect(() => storeLedger({ ...ledger, entries: [{ ...entryOfEach.closed, byId: 0 }] })).toThrow();
});

const sound = packed({ ...JSON.parse(JSON.stringify(ledger)), ...pairs });

test.each([
  ["a whole ledger of the first version", `1.${sound}`],
  ["one of version 0", `0.${sound}`],
  ["something before its version", `a2.${sound}`],
  ["something behind it", `2.${sound}!`],
  ["a line behind it", `2.${sound}\nmore`],
  ["a version that is too long", `1234567.${sound}`],
  ["no version", `.${sound}`],
  ["no text", "2."],
])("%s is not read", (_what, stored) => {
  expect(readStoredLedger(stored)).toEqual({ kind: "unreadable" });
});

test("a text as long as a comment may be is looked at, and no longer one", () => {
  const longest = `9.${"A".repeat(65_534)}`;
  expect(readStoredLedger(longest)).toEqual({ kind: "newer", version: 9 });
  expect(readStoredLedger(`${longest}A`)).toEqual({ kind: "unreadable" });
});

/** A program that does not know a fact leaves the run alone instead of reading it as if there were none. */
const since: Partial<Record<LedgerEntry["kind"], number>> = {
  closed: 3,
  skipped: 8,
  "upgrade-proposed": 3,
  upgraded: 7,
  decided: 4,
  answered: 4,
  replied: 4,
  moved: 6,
  due: 6,
  proposed: 6,
  added: 6,
  handed: 7,
  undone: 7,
  worked: 7,
};

test.each(Object.values(entryOfEach))(
  "a ledger with a `$kind` in full says the version that knows it",
  (entry) => {
    expect(storeLedger({ ...ledger, entries: [entry] })).toMatch(new RegExp(`^${since[entry.kind] ?? 2}\\.`));
  },
);

test.each<readonly [string, LedgerEntry]>([
  ["a closing that collects nothing", { ...entryOfEach.closed, collected: undefined }],
  ["a decision without a reason", { ...entryOfEach.decided, reason: undefined }],
  ["an answer without a reason", { ...entryOfEach.answered, reason: undefined }],
  ["a date that brings nothing to be said", { ...entryOfEach.due, warnings: undefined }],
  ["a move that brings nothing to be said", { ...entryOfEach.moved, warnings: undefined }],
  ["a proposal that brings nothing", { ...entryOfEach.proposed, warnings: undefined }],
  ["an added step that brings nothing", { ...entryOfEach.added, warnings: undefined }],
  ["a handover that brings nothing", { ...entryOfEach.handed, warnings: undefined, inTurn: undefined }],
  ["a handover that was taken back before its turn", { ...entryOfEach.undone, inTurn: undefined }],
])("a ledger with %s is of the second version", (_what, entry) => {
  expect(storeLedger({ ...ledger, entries: [entry] })).toMatch(/^2\./);
});

test("a ledger with a move that came from the run above is of the version that first knew of those", () => {
  const moved = { ...entryOfEach.moved, comment: null };
  expect(storeLedger({ ...ledger, entries: [moved] })).toMatch(/^4\./);
});

test.each<readonly [string, LedgerEntry[], number]>([
  ["a newer text that was shown", [entryOfEach["upgrade-proposed"]], 3],
  ["a newer text", [{ ...entryOfEach.upgraded, inTurn: undefined }], 3],
  [
    "an opening that an approver is asked by",
    [{ ...entryOfEach.reopened, askedAbout: new Map([["judge", []]]) }],
    7,
  ],
  ["a newer text that took work from somebody", [entryOfEach.upgraded], 7],
  ["facts of several, the newest first", [entryOfEach.decided, entryOfEach.closed, entryOfEach.go], 4],
  ["facts of several, the newest last", [entryOfEach.go, entryOfEach.closed, entryOfEach.decided], 4],
  ["facts of several, the newest between", [entryOfEach.go, entryOfEach.closed, entryOfEach.go], 3],
])("a ledger with %s says the version that knows them all", (_what, entries, version) => {
  expect(storeLedger({ ...ledger, version: 2, entries })).toMatch(new RegExp(`^${version}\\.`));
});

test("a ledger that knows what the steps of a run say is of the version that knows that, unless a fact is of a newer one", () => {
  const work = { digest: "wS3", at: "2026-11-04T09:00:00Z", by: "", byId: null };
  expect(storeLedger({ ...ledger, version: 2, work, entries: [] })).toMatch(/^5\./);
  expect(storeLedger({ ...ledger, version: 2, work, entries: [entryOfEach.due] })).toMatch(/^6\./);
});

test.each(ledgerVersions)("a ledger of version %i is read", (version) => {
  const stored = { ...JSON.parse(JSON.stringify(ledger)), ...pairs, version };
  expect(readStoredLedger(`${version}.${packed(stored)}`)).toMatchObject({ kind: "ledger" });
});

test("any text at all is read as a value, and no prototype is touched", () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const anyJson = fc.jsonValue().map((value) => `2.${packed(value)}`);
  const nearly = fc
    .record({ key: fc.constantFrom(...dangerous, ...Object.keys(ledger)), value: fc.jsonValue() })
    .map(({ key, value }) => {
      const stored = JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);
      return `2.${packed({ ...JSON.parse(JSON.stringify(ledger)), ...stored })}`;
    });
  const anyBytes = fc
    .uint8Array({ maxLength: 400 })
    .map((bytes) => `2.${Buffer.from(bytes).toString("base64")}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), anyJson, nearly, anyBytes), (stored) => {
      expect(kinds).toContain(readStoredLedger(stored).kind);
    }),
    { numRuns: 500 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

test.each([
  ["nothing yet", "none", { kind: "none" }],
  ["the first version", "1.e30=", { kind: "unreadable" }],
  ["a newer version", `9.${packed({ anything: "goes" })}`, { kind: "newer", version: 9 }],
  ["a far newer version", "41.AAAA", { kind: "newer", version: 41 }],
  ["no version", "e30=", { kind: "unreadable" }],
  ["no entries", `2.${packed({ version: 2 })}`, { kind: "unreadable" }],
  ["a text longer than any comment", `2.${"A".repeat(1_000_000)}`, { kind: "unreadable" }],
  ["a text made to swell", `2.${packed("a".repeat(30_000_000))}`, { kind: "unreadable" }],
  ["the empty text", "", { kind: "unreadable" }],
])("%s", (_what, stored, reading) => {
  expect(readStoredLedger(stored)).toEqual(reading);
});

test.each([
  ["a date that is none", { anchorDate: "2026-02-30" }],
  ["a moment that is none", { startedAt: "yesterday" }],
  ["an unknown fact", { entries: [{ kind: "blessed", at: "2026-11-03T09:00:00Z", by: "ann" }] }],
  ["a key too many", { extra: true }],
  ["entries that are no list", { entries: {} }],
])("a ledger with %s is not read", (_what, wrong) => {
  const stored = { ...JSON.parse(JSON.stringify(ledger)), ...pairs, ...wrong };
  expect(readStoredLedger(`2.${packed(stored)}`)).toEqual({ kind: "unreadable" });
});

test("what those are compared with is read", () => {
  const stored = { ...JSON.parse(JSON.stringify(ledger)), ...pairs };
  expect(readStoredLedger(`2.${packed(stored)}`)).toMatchObject({ kind: "ledger" });
});

test.each(["edited", "reopened", "changes"] as const)(
  "notes that are full of plans still take in what takes an approval back: %s",
  (kind) => {
    const common = { at: "2026-11-03T09:00:00Z", by: "ann", step: "draft" } as const;
    let full = ledger;
    for (let index = 0, next: Ledger | undefined = ledger; next !== undefined; index += 1) {
      full = next;
      const to = Array.from({ length: 40 }, (_, person) => `p${Math.sin(index * 40 + person)}`);
      next = addEntry(full, { ...common, kind: "handed", to, reason: "", comment: null });
    }
    const more = kind === "changes" ? { kind, reason: "no", comment: 1 } : { kind };
    expect(addEntry(full, { ...common, ...more })?.entries.at(-1)?.kind).toBe(kind);
  },
);

const base = { at: "2026-11-03T09:00:00Z", by: "ann", step: "draft" } as const;
const decided = { ...base, kind: "decided", outcome: "yes", comment: 7 } as const;
const closed = { ...base, kind: "closed", early: false } as const;
const { step: _step, ...whole } = base;
const moved = { ...whole, kind: "moved", anchorDate: date("2026-11-20"), reason: "", comment: null } as const;

test.each([
  ["nothing new", closed, 2],
  ["values that were entered", { ...closed, collected: new Map([["link", "https://example.org"]]) }, 3],
  ["a decision", decided, 2],
  ["a decision with a reason", { ...decided, reason: "the client agrees" }, 4],
  [
    "an answer with a reason",
    { ...base, kind: "answered", subject: "ask", value: "yes", reason: "so", comment: 7 },
    4,
  ],
  ["a move", moved, 2],
  [
    "a move that brings something",
    {
      ...moved,
      warnings: { messages: ["“Draft”: ann is away then."], left: 0, earliest: date("2026-12-01") },
    },
    4,
  ],
] as const)("a ledger with %s says which version has to be known to read it", (_what, entry, version) => {
  const stored = storeLedger({ ...ledger, entries: [entry] });
  expect(stored.slice(0, 2)).toBe(`${version}.`);
  expect(readStoredLedger(stored)).toEqual({
    kind: "ledger",
    ledger: { ...ledger, version, entries: [entry] },
  });
});

test("long notes cut reasons, notes and entered values, and leave dates and amounts as they are", () => {
  const entry = {
    ...closed,
    note: differentWords(1, 500),
    collected: new Map([
      ["text", differentWords(2, 500)],
      ["amount", "1200.50 CHF"],
    ]),
  };
  let long: Ledger = { ...ledger, version: 3, entries: [] };
  for (let index = 0; index < 100; index += 1) {
    const added = {
      ...entry,
      collected: new Map([...entry.collected, ["more", differentWords(index + 3, 500)]]),
    };
    long = addEntry(long, added) ?? long;
  }
  expect(long.entries).toHaveLength(100);
  expect(storeLedger(long).length).toBeLessThan(40_000);
  const [first] = long.entries;
  if (first?.kind !== "closed") throw new Error("The first entry is another.");
  expect(first.note?.length).toBeLessThan(500);
  expect(first.collected?.get("text")).toMatch(/^.{100}…$/);
  expect(first.collected?.get("amount")).toBe("1200.50 CHF");
});
