import { describe, expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const withConfig = {
  files: {
    "handbook.yml": "title: Handbook\ntimeZone: UTC\nreminders: []\nescalateAfter: []\nconfirm: never\n",
  },
};

/** A launch on Monday 16 March 2026, begun on 2 March: three days of writing before a page of one day. */
const launch = () =>
  smallRun(
    smallHandbook(
      [
        "id: text, title: Write, role: author, due: -3bd",
        "id: page, title: Page, role: editor, due: -1bd, duration: 1bd",
        "id: publish, title: Publish, role: lead, due: 0d",
      ],
      { ...withConfig, head: ["anchor: Launch"] },
    ),
    { anchorDate: "2026-03-16" },
  );

/** What the starter hears on the run, by day. */
function heard(run: ReturnType<typeof launch>, days: readonly string[]): string[] {
  return days.flatMap((day) => {
    const before = run.said(1).length;
    run.settle(`${day}T10:00:00Z`);
    return run
      .said(1)
      .slice(before)
      .map((words) => `${day} ${words.split("\n")[0]}`);
  });
}

describe("whoever started a run hears", () => {
  test("nothing while its date holds, though a step is late", () => {
    expect(heard(launch(), ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-14"])).toEqual([]);
  });

  test("once that the date is at risk, with what slips, why, and the two ways out; then that it has passed", () => {
    const run = launch();
    const days = ["2026-03-12", "2026-03-13", "2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19"];
    expect(heard(run, days)).toEqual([
      "2026-03-13 @stan, the **launch**, **Monday 16 March 2026**, is at risk:",
      "2026-03-17 @stan, the **launch** was **Monday 16 March 2026**, and what was promised by then is not done:",
    ]);
    expect(run.said(1)[1]).toBe(`@stan, the **launch**, **Monday 16 March 2026**, is at risk:

- **Publish** (#4): expected Tue 17 Mar, promised Mon 16 Mar

What holds it up: **Write** (#2), with ann, promised Wed 11 Mar.

There are two ways out:

1. Help along what holds it up: in its issue, \`/hand-to @login why\` gives it to somebody else, and \`/skip why\` leaves it out.
2. Agree on a later launch: \`/move 2026-03-17 why\` here moves everything to Tuesday 17 March 2026, so that every step has its time again.`);
  });

  test("of it again when it was in time between", () => {
    const run = launch();
    heard(run, ["2026-03-13", "2026-03-16"]);
    happens(run, () => run.comment(1, "stan", "/move 2026-03-20 the hall is free then"));
    run.settle("2026-03-16T11:00:00Z");
    expect(heard(run, ["2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"])).toEqual([
      "2026-03-19 @stan, the **launch**, **Friday 20 March 2026**, is at risk:",
    ]);
  });

  test("that it is in time again by a line below, which mails nobody", () => {
    const run = launch();
    heard(run, ["2026-03-12", "2026-03-13"]);
    const comments = run.said(1).length;
    happens(run, () => run.comment(2, "lea", "/skip the old text is fine"));
    happens(run, () => run.comment(3, "lea", "/skip the old page is fine"));
    expect(run.said(1)).toHaveLength(comments);
    expect(run.said(1)[1]).toMatch(/\*\*Since Friday 13 March 2026 it is expected in time again\.\*\*$/);
  });

  test("nothing at the weekend, and nothing on the day of the start", () => {
    const run = smallRun(
      smallHandbook(["id: text, title: Write, role: author, due: -9bd"], {
        ...withConfig,
        head: ["anchor: Launch"],
      }),
      { anchorDate: "2026-03-06", now: "2026-03-06T09:30:00Z" },
    );
    expect(heard(run, ["2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"])).toEqual([
      "2026-03-09 @stan, the **launch** was **Friday 6 March 2026**, and what was promised by then is not done:",
    ]);
  });
});

describe("whoever is to be informed", () => {
  const steps = [
    "id: text, title: Write, role: author, informed: [lawyer, editor, author], output: A text",
    "id: page, title: Page, role: editor",
  ];

  test("hears once that the step is over, but not whoever did it or has the next one", () => {
    const run = smallRun(smallHandbook(steps, withConfig));
    happens(run, () => run.close(2, "ann"));
    expect(run.said(2)).toEqual([
      "@law, for your information: **Write** is done, by ann. It leaves *A text*. There is nothing for you to do.",
    ]);
    happens(run, () => run.reopen(2, "ann"));
    happens(run, () => run.close(2, "ann"));
    expect(run.said(2)).toHaveLength(1);
  });

  test("hears that it was left out", () => {
    const run = smallRun(smallHandbook(steps, withConfig));
    happens(run, () => run.comment(2, "lea", "/skip the old text is fine"));
    expect(run.said(2).find((words) => words.startsWith("@law"))).toContain("**Write** was left out by lea.");
  });
});
