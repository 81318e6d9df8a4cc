import { describe, expect, test } from "vitest";
import { runsAsCsv } from "../../../core/export/index.ts";
import type { RunRecord } from "../../../core/metrics/index.ts";
import { processOf } from "../../builders.ts";
import { frame, recordOf } from "../learning/histories.ts";
import { csvRows } from "./csv-rows.ts";

const definition = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: live, title: Publish it, role: author, due: 0bd }`);
const hostile = [
  "=1+1",
  "+41 44",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1",
  '=HYPERLINK("https://example.org","x")',
  'a "b", c',
];
const record = recordOf(definition, {
  number: 7,
  startedOn: "2026-03-02",
  anchorDate: "2026-06-01",
  days: (_step, given) => given,
});
const withText = (run: RunRecord, text: string): RunRecord => ({
  ...run,
  title: text,
  startedBy: text,
  tasks: run.tasks.map((task) => ({
    ...task,
    title: text,
    phase: text,
    assignees: [text],
    collected: [{ id: "cost", label: text, type: "text" as const, value: text }],
  })),
});

describe("runs as a table for a spreadsheet", () => {
  test.each(hostile)("nothing that people typed begins a formula: %j", (text) => {
    const [head = [], ...rows] = csvRows(runsAsCsv([withText(record, text)], frame));
    expect(rows.map((row) => row.length)).toEqual([head.length, head.length]);
    const cell = (name: string) => rows[0]?.[head.indexOf(name)] ?? "";
    for (const name of ["Run title", "Started by", "Title", "People", "Phase"]) {
      expect(cell(name)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(cell(name).replace(/^'/, "")).toBe(text);
    }
    expect(cell("Entered")).toBe(`cost: ${text}`);
  });

  test("has one row a task, however many there are", () => {
    const runs = Array.from({ length: 5000 }, (_, index) => ({
      ...withText(record, hostile[index % hostile.length] ?? ""),
      issue: { ...record.issue, number: index + 1 },
    }));
    const rows = csvRows(runsAsCsv(runs, frame));
    expect(rows).toHaveLength(10_001);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});
