import { describe, expect, test } from "vitest";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** A run of two steps whose handbook wants warnings confirmed, or not; ed is away for the second week of May. */
function fair(confirm: string): SimulatedRun {
  return smallRun(fairHandbook(confirm), {
    anchorDate: "2026-04-15",
    startedBy: "lea",
    permissions: { lea: "write" },
  });
}

function fairHandbook(confirm: string, absences = "ed: [2026-05-11..2026-05-15]\nann: [2026-05-13]\n") {
  return smallHandbook(
    [
      "id: book, title: Book, role: author, due: -10bd",
      "id: build, title: Build, role: editor, due: -2bd",
      "id: open, title: Open, role: lead, due: 0d",
    ],
    {
      head: ["anchor: Fair opens"],
      files: {
        "handbook.yml": `title: Handbook\ntimeZone: UTC\nconfirm: ${confirm}\n`,
        "absences.yml": absences,
      },
    },
  );
}
const lastSaid = (run: SimulatedRun, issue: number) => run.said(issue).at(-1) ?? "";

describe("a change of the plan is warned of", () => {
  test("and waits for /go where warnings are to be confirmed", () => {
    const run = fair("on-warnings");
    happens(run, () => run.comment(1, "lea", "/move 2026-03-10 the hall is free earlier"));
    expect(lastSaid(run, 1)).toBe(`@lea: Please look at this first:

- “Book” would have been due on Tuesday 24 February 2026, which is past.

The earliest fair opens at which nothing is past due: **Monday 16 March 2026** (\`2026-03-16\`).

Nothing has changed yet. Write \`/go\` if it is to hold all the same.`);
    expect(run.step("Open").body).toContain("**Due Wednesday 15 April 2026**");
    happens(run, () => run.comment(1, "lea", "/go"));
    expect(run.step("Open").body).toContain("**Due Tuesday 10 March 2026**");
    expect(run.decide()).toEqual([]);
  });

  test("and holds at once where nothing is ever confirmed", () => {
    const run = fair("never");
    happens(run, () => run.comment(1, "lea", "/move 2026-03-10 the hall is free earlier"));
    expect(run.said(1).join("\n")).toContain("which is past.");
    expect(run.step("Open").body).toContain("**Due Tuesday 10 March 2026**");
  });

  test.each([
    ["/due: somebody is away then", 3, "/due 2026-05-13 later", "“Build”: ed is away then."],
    [
      "/due: after a step that waits for it",
      3,
      "/due 2026-04-20 later",
      "“Open” is due on Wednesday 15 April 2026, before “Build”",
    ],
    ["/hand-to: somebody who is away", 3, "/hand-to @ann she knows it", undefined],
    ["/move: far away", 1, "/move 2032-04-15 next time", "is more than five years away."],
    ["/move: a year that cannot be meant", 1, "/move 9999-12-31 some day", "is too far away to be meant"],
  ])("%s", (_name, issue, command, warning) => {
    const run = fair("never");
    happens(run, () => run.comment(issue, "lea", command));
    if (warning === undefined) expect(run.said(issue).join("\n")).not.toContain("away then");
    else expect(run.said(issue).join("\n")).toContain(warning);
  });

  test.each([
    [1, "/move 2026-04-18 the hall is free", "Saturday 18 April 2026", "Monday 20 April 2026"],
    [3, "/due 2026-04-12 she works on Sundays", "Sunday 12 April 2026", "Monday 13 April 2026"],
  ])("a day off as the new date: on #%i %s waits for /go, and then holds", (issue, command, day, next) => {
    const run = fair("on-warnings");
    happens(run, () => run.comment(issue, "lea", command));
    expect(lastSaid(run, issue)).toBe(`@lea: Please look at this first:

- ${day} is not a business day; the next one is ${next}.

Nothing has changed yet. Write \`/go\` if it is to hold all the same.`);
    happens(run, () => run.comment(issue, "lea", "/go"));
    expect(run.step(issue === 1 ? "Open" : "Build").body).toContain(`**Due ${day}**`);
  });

  test("not of a day off where the step is due on that very day, weekend or not", () => {
    const steps = ["id: open, title: Open, role: lead, due: 0d, exact: true"];
    const files = { "handbook.yml": "title: Handbook\ntimeZone: UTC\nconfirm: on-warnings\n" };
    const run = smallRun(smallHandbook(steps, { head: ["anchor: Fair day"], files }), {
      anchorDate: "2026-04-15",
    });
    happens(run, () => run.comment(2, "stan", "/due 2026-04-18 the hall is free"));
    expect(run.step("Open").body).toContain("**Due Saturday 18 April 2026**");
  });

  test("not of what was so before, and a change without warnings holds at once", () => {
    const run = fair("on-warnings");
    happens(run, () => run.comment(1, "lea", "/move 2026-04-22 a week later"));
    expect(run.step("Open").body).toContain("**Due Wednesday 22 April 2026**");
  });

  test("/go with nothing to agree to says so", () => {
    const run = fair("never");
    happens(run, () => run.comment(1, "lea", "/go"));
    expect(run.said(1).at(-1)).toContain("nothing to confirm");
  });
});

describe("what a change brings is said as it was noted, though it would bring nothing by now", () => {
  test.each([
    ["on-warnings", "/due 2026-05-13 later", "Please look at this first:"],
    ["never", "/due 2026-05-13 later", "Please note what this brings:"],
    ["on-warnings", "/hand-to @dora she knows it\n/due 2026-05-13 later", "Please look at this first:"],
  ])("%s: %s", (confirm, command, words) => {
    const run = fair(confirm);
    run.comment(3, "lea", command);
    run.carryOut(run.decide().slice(0, 1));
    expect(run.said(3)).toEqual([]);
    // Ed has come back meanwhile.
    run.handbook = { ...run.handbook, handbook: fairHandbook(confirm, "") };
    run.settle();
    expect(lastSaid(run, 3)).toContain(words);
  });
});

test.each([
  ["/move 22.4.2026 the hall is taken", "**Due Wednesday 22 April 2026**"],
  ["/move 4/22/2026 the hall is taken", "**Due Wednesday 22 April 2026**"],
])("%s is understood", (command, due) => {
  const run = fair("never");
  happens(run, () => run.comment(1, "lea", command));
  expect(run.step("Open").body).toContain(due);
});

test("a date that may be two days is asked about", () => {
  const run = fair("never");
  happens(run, () => run.comment(1, "lea", "/move 6/5/2026 the hall is taken"));
  expect(lastSaid(run, 1)).toContain(
    "`6/5/2026` may be Wednesday 6 May 2026 (`2026-05-06`) or Friday 5 June 2026 (`2026-06-05`).",
  );
  expect(run.step("Open").body).toContain("**Due Wednesday 15 April 2026**");
});
