import { expect, test } from "vitest";
import type { CivilDate } from "../../../core/calendar/index.ts";
import { dueStarts } from "../../../core/run/index.ts";
import { handbookOf } from "../../builders.ts";

/** A report for the third of each month, made ready in the week after it. */
const handbook = handbookOf(
  new Map([
    ["handbook.yml", "title: Reports\ntimeZone: Europe/Zurich\n"],
    ["roles.yml", "analyst: { title: Analyst, people: [demo-tom] }\n"],
    [
      "figures/report.mdx",
      `---
title: Report
summary: The figures of the month.
outcome: Everybody has them.
trigger: A month is over.
owner: analyst
repeats: FREQ=MONTHLY;BYMONTHDAY=3
steps:
  - { id: collect, title: Collect the figures, role: analyst, due: +2bd }
  - { id: send, title: Send the report, role: analyst, due: +5bd }
---

## Collect the figures

From the CRM.

## Send the report

To everybody.
`,
    ],
  ]),
);

test.each([
  ["2026-11-30", [], "three business days before: not yet"],
  ["2026-12-01", ["2026-12-03"], "two business days before its anchor date"],
  ["2026-12-03", ["2026-12-03"], "on the day"],
  ["2026-12-04", ["2026-12-03"], "the bot was silent until the day after, and no step is late yet"],
  ["2026-12-07", ["2026-12-03"], "the last day on which nothing is late"],
  ["2026-12-08", [], "too late: the first step would have been due"],
  ["2027-01-04", ["2027-01-03"], "after a year end; the third is a Sunday"],
])("on %s: %j, %s", (today, wanted) => {
  expect(dueStarts(handbook, today as CivilDate).map(({ anchorDate }) => anchorDate)).toEqual(wanted);
});
