import { describe, expect, test } from "vitest";
import { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook } from "./small-handbook.ts";

/** A start that the bot opened itself, since the process repeats, for an anchor date; first due two weeks before that. */
function openedByTheBot(anchorDate: string, confirm: string): SimulatedRun {
  const handbook = smallHandbook(["id: draft, title: Draft, role: author, due: -2w"], {
    files: { "handbook.yml": `title: Handbook\ntimeZone: UTC\nconfirm: ${confirm}\n` },
  });
  const run = new SimulatedRun({ handbook, process: "work", anchorDate, now: "2026-03-02T08:00:00Z" });
  run.update(1, (issue) => ({ ...issue, author: "handrail", isOurs: true }));
  run.settle();
  return run;
}

describe("a recurring run", () => {
  test.each([
    ["in time begins by itself", "2026-03-16", "on-warnings", 1],
    ["waits for somebody to look at it where that is always asked", "2026-03-16", "always", 0],
    ["that is late already waits for somebody to look at it", "2026-03-12", "on-warnings", 0],
    ["that is late already begins where nothing is ever asked", "2026-03-12", "never", 1],
  ])("%s", (_name, anchorDate, confirm, steps) => {
    const run = openedByTheBot(anchorDate, confirm);
    expect(run.observed.steps).toHaveLength(steps);
    if (steps > 0 || confirm === "always") return;
    expect(run.said(1)[0]).toContain(
      "“Draft” would have been due on Thursday 26 February 2026, which is past.",
    );
    run.comment(1, "lea", "/go");
    run.settle();
    expect(run.observed.steps).toHaveLength(1);
  });

  test("that begins unasked though it is late says so once, with the day that would work, to whoever answers for it", () => {
    const run = openedByTheBot("2026-03-12", "never");
    run.settle("2026-03-03T10:00:00Z");
    expect(run.said(1).filter((words) => words.includes("has begun"))).toEqual([
      `@lea, this run has begun, and this is what its plan warns of:

- “Draft” would have been due on Thursday 26 February 2026, which is past.

The earliest start date at which nothing would be past due is **Monday 16 March 2026**: \`/move 2026-03-16 why\` here moves everything to it.`,
    ]);
  });
});
