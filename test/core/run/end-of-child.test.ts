import { expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/index.ts";
import type { Ledger, LedgerEntry } from "../../../core/run/ledger/ledger.ts";
import { readStarterAbove } from "../../../core/run/step-issue/starter-above.ts";
import { statusComment } from "./ledger/observed-notes.ts";
import { plainLedger } from "./ledger/sample-ledger.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const inside = `---
title: Inside
summary: Some work inside.
outcome: It is done.
trigger: Somebody asks.
owner: lead
steps:
  - { id: write, title: Write it, role: author, due: -1d }
  - { id: look, title: Look at it, kind: approval, approvers: [editor], due: 0d }
---
`;
const handbook = smallHandbook(
  [
    "id: text, title: Text, kind: process, process: inside, role: author, due: +5d",
    "id: print, title: Print, role: author, due: +8d",
  ],
  { files: { "content/inside.mdx": inside } },
);
const at = "2026-03-02T09:00:00Z";
const entry = (kind: string, more: object = {}) =>
  ({ kind, at, by: "lea", byId: null, ...more }) as unknown as LedgerEntry;
const closed = (step: string) => entry("closed", { step, early: false });
const cancelled = entry("cancelled", { comment: null, reason: "The magazine writes it." });

test.each<[string, Partial<Ledger>, string, "completed" | "not-planned", string]>([
  ["with the bot's account while its steps wait", {}, "handrail", "completed", "planned"],
  ["with the bot's account after some", { entries: [closed("write")] }, "handrail", "completed", "planned"],
  ["by the bot after all", { entries: [closed("write"), closed("look")] }, "handrail", "completed", "done"],
  [
    "by the bot after all it has by another text",
    { work: { digest: "abc", at, by: "", byId: null } },
    "handrail",
    "completed",
    "done",
  ],
  ["by a person after all", { entries: [closed("write"), closed("look")] }, "zoe", "completed", "planned"],
  ["by a person who leaves it out", {}, "zoe", "not-planned", "planned"],
  ["by a person who has cancelled it", { entries: [cancelled] }, "zoe", "not-planned", "skipped"],
  [
    "by a person, when it was cancelled once and goes on",
    { entries: [cancelled, entry("resumed")] },
    "zoe",
    "not-planned",
    "planned",
  ],
])("of a run that is closed %s it is said above", (_, notes, by, reason, expected) => {
  const run = smallRun(handbook);
  const { number } = run.step("Text");
  happens(run, () => {
    run.update(number, (issue) => ({
      ...issue,
      comments: [statusComment({ ...plainLedger, process: "inside", ...notes })],
    }));
    run.close(number, by, reason);
  });
  const [status = ""] = run.said(1);
  const words = { done: "✓ done", skipped: "» skipped", planned: "under way" }[expected] ?? "";
  expect(status.split("\n").find((line) => line.includes(`| #${number} `))).toContain(words);
});

test("whoever worked in it is noted above, for the run above that", () => {
  const run = smallRun(handbook);
  const { number } = run.step("Text");
  const accounts = new Map([["ann", 41]]);
  const notes: Partial<Ledger> = {
    accounts,
    baseline: new Map([
      ["write", { start: plainLedger.anchorDate, due: plainLedger.anchorDate, people: ["ann"] }],
    ]),
    entries: [
      { ...closed("write"), byId: 42, hadBy: [43] },
      { ...closed("look"), byId: 44 },
    ],
  };
  happens(run, () => {
    run.update(number, (issue) => ({
      ...issue,
      comments: [statusComment({ ...plainLedger, process: "inside", ...notes })],
    }));
    run.close(number, "handrail");
  });
  const ended = ledgerOf(run.observed)?.entries.find(({ kind }) => kind === "closed");
  expect(ended?.hadBy?.toSorted()).toEqual([run.idOf("ann"), 41, 42, 43, 44].toSorted());
});

test("who started a run is told to those inside it, where they may approve nothing", () => {
  const lines = "title: Handbook\ntimeZone: UTC\nconfirm: never\nstarterApproves: false\n";
  const steps = ["id: text, title: Text, kind: process, process: inside, role: author, due: +5d"];
  const files = { "content/inside.mdx": inside };
  const begun = (more: Readonly<Record<string, string>>) =>
    smallRun(smallHandbook(steps, { files: { ...files, ...more } })).step("Text").body;
  expect(readStarterAbove(begun({ "handbook.yml": lines }))?.login).toBe("stan");
  expect(readStarterAbove(begun({}))).toBeUndefined();
});
