import { describe, expect, test } from "vitest";
import { writeFormBody } from "../../../core/form/index.ts";
import { dueStarts, mayHaveStarts, type StartIssue } from "../../../core/run/index.ts";
import { date, handbookOf } from "../../builders.ts";

/** A report for the third of each month, made ready in the week after it. */
const handbook = handbookWith("repeats: FREQ=MONTHLY;BYMONTHDAY=3");

function handbookWith(keys: string, calendar = "") {
  return handbookOf(filesWith(keys, calendar));
}

function filesWith(keys: string, calendar = ""): Map<string, string> {
  return new Map([
    ["handbook.yml", `title: Reports\ntimeZone: Europe/Zurich\n${calendar}`],
    ["roles.yml", "analyst: { title: Analyst, people: [demo-tom] }\n"],
    [
      "figures/report.mdx",
      `---
title: Report
summary: The figures of the month.
outcome: Everybody has them.
trigger: A month is over.
owner: analyst
${keys}
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
  ]);
}

const definition = handbook.processes.get("report");
if (!definition) throw new Error("The handbook has no report.");

/** A start that the bot opened for a day, long before. */
function opened(anchor: string, more: Partial<StartIssue> = {}): StartIssue {
  const [start] = dueStarts(handbook, date(anchor), []);
  const body = start?.body ?? "";
  return {
    number: 1,
    isOpen: true,
    body,
    author: "handrail",
    isOurs: true,
    createdAt: `${anchor}T08:00:00Z`,
    hasSteps: true,
    ...more,
  };
}

/** A start that somebody opened from the form. */
function byHand(anchor: string, more: Partial<StartIssue> = {}): StartIssue {
  if (!definition) throw new Error("The handbook has no report.");
  const body = writeFormBody(definition, date(anchor), new Map([["process", "report"]]));
  return {
    number: 2,
    isOpen: true,
    body,
    author: "somebody",
    isOurs: false,
    createdAt: `${anchor}T08:00:00Z`,
    hasSteps: false,
    ...more,
  };
}

const datesOf = (today: string, issues: readonly StartIssue[], of = handbook) =>
  dueStarts(of, date(today), issues).map(({ anchorDate }) => anchorDate);

describe("a report for the third of each month, which the bot has started before", () => {
  test.each([
    ["2026-11-30", [], "three business days before: not yet"],
    ["2026-12-01", ["2026-12-03"], "two business days before its anchor date"],
    ["2026-12-03", ["2026-12-03"], "on the day"],
    ["2026-12-04", ["2026-12-03"], "the bot was silent until the day after, and no step is late yet"],
    ["2026-12-07", ["2026-12-03"], "the last day on which nothing is late"],
    ["2026-12-08", [], "too late: the first step would have been due"],
  ])("on %s: %j, %s", (today, wanted) => {
    expect(datesOf(today, [opened("2026-11-03")])).toEqual(wanted);
  });

  test("names in the next start what was missed, in one line, and says it once", () => {
    const long = dueStarts(handbook, date("2027-02-02"), [opened("2026-11-03")]);
    expect(long.map(({ anchorDate }) => anchorDate)).toEqual(["2027-02-03"]);
    expect(long[0]?.body).toContain("Not started, since I was not running then: Fri 1 Jan 2027.");
    const next = dueStarts(handbook, date("2027-03-02"), [opened("2026-11-03"), opened("2027-02-03")]);
    expect(next[0]?.body).not.toContain("Not started");
  });
});

test.each([
  ["opened by the bot, however it has fared since", [opened("2026-12-03")], false],
  ["begun by hand", [byHand("2026-12-03", { hasSteps: true })], false],
  ["asked for by hand by somebody of the team", [byHand("2026-12-03", { author: "Demo-Tom" })], false],
  [
    "begun by hand for another day and moved",
    [byHand("2026-12-10", { hasSteps: true, anchorDate: date("2026-12-03") })],
    false,
  ],
  ["begun by hand for another day", [byHand("2026-12-10", { hasSteps: true })], true],
  ["filled in by a visitor", [byHand("2026-12-03")], true],
])("a start %s: is another one opened? %#", (_name, issues, wanted) => {
  expect(datesOf("2026-12-01", issues).length > 0).toBe(wanted);
});

test.each([
  ["2026-12-01", ["2026-12-03"], "what is still to come"],
  ["2026-12-04", [], "nothing that is past"],
  ["2027-01-05", [], "nothing that is late, and nothing is said of what was missed"],
])("a fresh installation on %s starts %j: %s", (today, wanted) => {
  expect(datesOf(today, [])).toEqual(wanted);
});

describe("a day off", () => {
  const swiss = "calendar: { country: CH, region: ZH, closed: 2026-12-24..2027-01-02 }\n";
  const thursdays = "repeats: FREQ=WEEKLY;BYDAY=TH";

  test.each([
    ["goes to the business day before, and two on one day are one", thursdays, ["2026-12-17", "2026-12-23"]],
    ["goes to the business day after", `${thursdays}\nonClosedDay: after`, ["2026-12-17", "2027-01-04"]],
    ["is left out", `${thursdays}\nonClosedDay: skip`, ["2026-12-17"]],
    ["is left out where it is named", `${thursdays}\nexcept: 2026-12-14..2026-12-31`, []],
    [
      "is left out where it is moved to a day that is named",
      `${thursdays}\nexcept: 2026-12-23`,
      ["2026-12-17"],
    ],
  ])("%s", (_name, keys, wanted) => {
    const of = handbookWith(keys, swiss);
    const found = ["2026-12-15", "2026-12-21", "2026-12-30"].flatMap((today) => datesOf(today, [], of));
    expect([...new Set(found)]).toEqual(wanted);
  });

  test("is said in the start that was moved", () => {
    const [start] = dueStarts(handbookWith(thursdays, swiss), date("2026-12-21"), []);
    expect(start?.body).toContain(
      "For Wednesday 23 December 2026, since Thursday 24 December 2026 is not a business day.",
    );
  });
});

test.each([
  ["whoever answers for the process", "", ["demo-tom"]],
  ["their deputy while they are away", "demo-tom: [2026-11-24..2026-11-30]\n", ["demo-ines"]],
  [
    "the first in line when everybody is away",
    "demo-tom: [2026-11-24]\ndemo-ines: [2026-11-24]\n",
    ["demo-tom"],
  ],
])("a start is assigned to %s", (_who, absences, people) => {
  const files = filesWith("repeats: FREQ=MONTHLY;BYMONTHDAY=26");
  files.set("roles.yml", "analyst: { title: Analyst, people: [demo-tom], deputies: [demo-ines] }\n");
  files.set("absences.yml", absences);
  expect(dueStarts(handbookOf(files), date("2026-11-24"), []).map((start) => start.people)).toEqual([people]);
});

test("other starts are asked for only when one may be due", () => {
  expect(mayHaveStarts(handbook, date("2026-11-30"), [])).toBe(false);
  expect(mayHaveStarts(handbook, date("2026-12-01"), [])).toBe(true);
  expect(mayHaveStarts(handbook, date("2026-12-01"), [opened("2026-12-03")])).toBe(false);
  expect(mayHaveStarts(handbook, date("2026-12-08"), [])).toBe(false);
});
