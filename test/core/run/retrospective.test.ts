import { describe, expect, test } from "vitest";
import type { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook, smallRun } from "./small-handbook.ts";

/** A launch on Monday 16 March 2026: ann writes until Wednesday 11, ed makes a page of it until Friday 13, lea publishes. */
const handbook = smallHandbook(
  [
    "id: text, title: Write, role: author, due: -3bd",
    "id: page, title: Page, role: editor, due: -1bd",
    "id: publish, title: Publish, role: lead, due: 0d",
  ],
  { head: ["anchor: Launch"] },
);

type Life = readonly (readonly [day: string, happens: (run: SimulatedRun) => void])[];

const done = (title: string, by: string) => (run: SimulatedRun) => run.close(run.step(title).number, by);
const says = (line: string) => (run: SimulatedRun) => run.comment(1, "stan", line);
const [written, paged, published] = [done("Write", "ann"), done("Page", "ed"), done("Publish", "lea")];

function live(life: Life): SimulatedRun {
  const run = smallRun(handbook, { anchorDate: "2026-03-16" });
  for (const [day, happens] of life) {
    run.now = `${day}T09:00:00Z`;
    happens(run);
    run.settle();
  }
  return run;
}

/** What is said of the steps, and below which cause; the status of a run that is over, without the questions. */
function told(run: SimulatedRun) {
  const lines = (run.said(1)[0]?.split("#### What should the next run know?")[0] ?? "").split("\n");
  return {
    share: /\d+ of \d+ steps? were done by the date agreed/.exec(lines.join(" "))?.[0].slice(0, 6),
    rows: lines
      .filter((line) => line.startsWith("| "))
      .slice(2)
      .map((line) => line.slice(2, -2)),
    causes: lines.filter((line) => line.startsWith("**") || line.startsWith("- **")),
  };
}

const inTime: Life = [
  ["2026-03-11", written],
  ["2026-03-13", paged],
  ["2026-03-16", published],
];

const lives: Readonly<
  Record<string, { life: Life; share: string; rows: readonly string[]; causes: readonly string[] }>
> = {
  "a run that went as planned": {
    life: inTime,
    share: "3 of 3",
    rows: [
      "Write | Wed 11 Mar | Wed 11 Mar | on the day",
      "Page | Fri 13 Mar | Fri 13 Mar | on the day",
      "Publish | Mon 16 Mar | Mon 16 Mar | on the day",
    ],
    causes: [],
  },
  "a run that was moved: nobody is late by it, and the move is a cause of its own": {
    life: [
      ["2026-03-04", says("/move 2026-04-13 the fair was moved")],
      ["2026-04-08", written],
      ["2026-04-10", paged],
      ["2026-04-13", published],
    ],
    share: "3 of 3",
    rows: [
      "Write | Wed 8 Apr (first Wed 11 Mar) | Wed 8 Apr | on the day",
      "Page | Fri 10 Apr (first Fri 13 Mar) | Fri 10 Apr | on the day",
      "Publish | Mon 13 Apr (first Mon 16 Mar) | Mon 13 Apr | on the day",
    ],
    causes: ["**A date was moved**", "- **Work** to Mon 13 Apr, by stan: “the fair was moved”"],
  },
  "somebody who is early makes nobody after them late": {
    life: [
      ["2026-03-03", written],
      ["2026-03-13", paged],
      ["2026-03-16", published],
    ],
    share: "3 of 3",
    rows: [
      "Write | Wed 11 Mar | Tue 3 Mar | 6 business days early",
      "Page | Fri 13 Mar | Fri 13 Mar | on the day",
      "Publish | Mon 16 Mar | Mon 16 Mar | on the day",
    ],
    causes: [],
  },
  "somebody who is late is, and those who waited for them are not": {
    life: [
      ["2026-03-13", written],
      ["2026-03-16", paged],
      ["2026-03-17", published],
    ],
    share: "2 of 3",
    rows: [
      "Write | Wed 11 Mar | Fri 13 Mar | **2 business days late**",
      "Page | Mon 16 Mar (first Fri 13 Mar) | Mon 16 Mar | on the day",
      "Publish | Tue 17 Mar (first Mon 16 Mar) | Tue 17 Mar | on the day",
    ],
    causes: ["**It took longer than planned**", "- **Write**, 2 business days late"],
  },
  "a step that was added is measured against its own date": {
    life: [
      ["2026-03-03", says('/add "Call the printer" @ann 2026-03-12 they asked')],
      ["2026-03-11", written],
      ["2026-03-12", done("Call the printer", "ann")],
      ...inTime.slice(1),
    ],
    share: "4 of 4",
    rows: [
      "Write | Wed 11 Mar | Wed 11 Mar | on the day",
      "Page | Fri 13 Mar | Fri 13 Mar | on the day",
      "Publish | Mon 16 Mar | Mon 16 Mar | on the day",
      "Call the printer | Thu 12 Mar | Thu 12 Mar | on the day",
    ],
    causes: ["**A step was missing**", "- **Call the printer**, by stan: “they asked”"],
  },
  "a step that was skipped counts neither way": {
    life: [
      ["2026-03-11", written],
      ["2026-03-12", (run) => run.comment(3, "lea", "/skip the old one fits")],
      ["2026-03-16", published],
    ],
    share: "2 of 2",
    rows: [
      "Write | Wed 11 Mar | Wed 11 Mar | on the day",
      "Page | Fri 13 Mar | – | skipped",
      "Publish | Mon 16 Mar | Mon 16 Mar | on the day",
    ],
    causes: ["**A step was not needed**", "- **Page**, by lea: “the old one fits”"],
  },
  "work that was opened again is late, but did not take longer than planned": {
    life: [
      ["2026-03-10", written],
      ["2026-03-11", (run) => run.reopen(2, "lea")],
      ["2026-03-13", written],
      ...inTime.slice(1),
    ],
    share: "2 of 3",
    rows: [
      "Write | Wed 11 Mar | Fri 13 Mar | **2 business days late**",
      "Page | Mon 16 Mar (first Fri 13 Mar) | Fri 13 Mar | 1 business day early",
      "Publish | Mon 16 Mar | Mon 16 Mar | on the day",
    ],
    causes: ["**Work came back**", "- **Write**, by lea"],
  },
};

describe("a retrospective is fair", () => {
  test.each(Object.entries(lives))("%s", (_name, { life, ...wanted }) => {
    expect(told(live(life))).toEqual(wanted);
  });
});

test("a run that is cancelled with a step open and late has no retrospective; the step was late while it was open", () => {
  const run = live([["2026-03-10", written]]);
  run.settle("2026-03-20T09:00:00Z");
  expect(run.said(1)[0]).toContain("| ed | Fri 13 Mar 2026 | ! **overdue** |");
  run.comment(1, "stan", "/cancel the money is gone");
  run.settle();
  expect(run.said(1)[0]).toContain("### Work: cancelled");
  expect(run.said(1).join("\n")).not.toContain("how it went");
});
