import { describe, expect, test } from "vitest";
import { newestCopy, withCopy } from "../../../../core/run/ledger/copy-of-ledger.ts";
import { readStoredLedger } from "../../../../core/run/ledger/read-ledger.ts";
import { storeLedger } from "../../../../core/run/ledger/store-ledger.ts";
import { readPayload, writePayload } from "../../../../core/run/notes/index.ts";
import type { ObservedIssue } from "../../../../core/run/observed/observed-run.ts";
import { observedRun, runNumber, stepWithCopy } from "./observed-notes.ts";
import { entryOfEach, ledgerWith, plainLedger } from "./sample-ledger.ts";

const short = ledgerWith(entryOfEach.go);
const long = ledgerWith(entryOfEach.go, entryOfEach.reopened);
const copyIn = (body: string) => readStoredLedger(readPayload("kept", body) ?? "");

describe("a copy in the text of a step", () => {
  test("stands below the text, and is read back", () => {
    const body = withCopy("Write it.", short);
    expect(body).toMatch(/^Write it\.\n\n<!-- handrail:kept \S+ -->$/);
    expect(copyIn(body)).toMatchObject({ kind: "ledger", ledger: { entries: short.entries } });
  });

  test("takes the place of the one before, and of every further one", () => {
    const before = writePayload("kept", storeLedger(short));
    const body = withCopy(`Above.\n\n${before}\n\nBelow.${before}`, long);
    expect(body.match(/handrail:kept/g)).toHaveLength(1);
    expect(body).toMatch(/^Above\.\n\n<!-- handrail:kept \S+ -->\n\nBelow\.$/);
    expect(copyIn(body)).toMatchObject({ ledger: { entries: long.entries } });
  });

  test("leaves the other notes in it alone", () => {
    const other = writePayload("step", "AAAA");
    expect(withCopy(`${other}\n\nText`, short)).toMatch(
      /^<!-- handrail:step AAAA -->\n\nText\n\n<!-- handrail:kept/,
    );
    const before = writePayload("kept", storeLedger(short));
    expect(withCopy(`${other}\n\nText\n\n${before}`, long)).toMatch(
      /^<!-- handrail:step AAAA -->\n\nText\n\n<!-- handrail:kept \S+ -->$/,
    );
  });

  test("is the same whenever the bot last looked", () => {
    const later = { ...short, checkedOn: "2026-12-24" as typeof short.checkedOn };
    expect(withCopy("Text", later)).toBe(withCopy("Text", short));
  });

  test("of a run that has not begun keeps the day", () => {
    const waiting = { ...short, startedAt: null, checkedOn: "2026-12-24" as typeof short.checkedOn };
    expect(copyIn(withCopy("Text", waiting))).toMatchObject({ ledger: { checkedOn: "2026-12-24" } });
  });

  test("is left out of a text that it would make too long, which stays as it is", () => {
    const copy = withCopy("", short).length;
    const fits = "a".repeat(64_000 - copy);
    expect(withCopy(fits, short)).toHaveLength(64_000);
    expect(withCopy(`${fits}a`, short)).toBe(`${fits}a`);
  });
});

describe("the newest copy", () => {
  const damaged = {
    ...stepWithCopy(long),
    writtenBody: stepWithCopy(long).writtenBody.replace(/kept 2/, "kept 1"),
  };
  const withoutCopy = { isOurs: true, writtenBody: "Words" } as ObservedIssue;

  test.each([
    ["no step", [], undefined],
    ["a step without one", [withoutCopy], undefined],
    ["one", [stepWithCopy(short)], short],
    ["the one with the most facts, behind", [stepWithCopy(short), stepWithCopy(long)], long],
    ["the one with the most facts, before", [stepWithCopy(long), stepWithCopy(short)], long],
    ["not one of another run", [stepWithCopy(long, { run: runNumber + 1 }), stepWithCopy(short)], short],
    ["not one in somebody else's issue", [stepWithCopy(long, { isOurs: false })], undefined],
    ["not one that cannot be read", [damaged, stepWithCopy(short)], short],
    ["not one of a run that had not begun", [stepWithCopy({ ...plainLedger, startedAt: null })], undefined],
  ])("%s", (_what, steps, expected) => {
    expect(newestCopy(observedRun([], steps))).toEqual(expected);
  });
});
