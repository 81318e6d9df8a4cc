import { describe, expect, test } from "vitest";
import { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook } from "./small-handbook.ts";

/** A run of an incident that begins on a Saturday; the handbook asks before every start that has warnings. */
function incident(head: readonly string[]): SimulatedRun {
  const handbook = smallHandbook(
    ["id: answer, title: Answer, role: author, due: 0d", "id: look, title: Look back, role: lead, due: +2bd"],
    {
      head,
      files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\ncalendar: { country: CH, region: ZH }\n" },
    },
  );
  const run = new SimulatedRun({
    handbook,
    process: "work",
    startedBy: "lea",
    anchorDate: "2027-05-01",
    now: "2027-05-01T08:00:00Z",
  });
  run.settle();
  return run;
}

describe("a process with settings of its own", () => {
  test("waits for /go like every other without them", () => {
    expect(incident([]).observed.steps).toEqual([]);
  });

  test("never waits where it says so", () => {
    expect(incident(["confirm: never"]).observed.steps).toHaveLength(2);
  });

  test("works on every day where its calendar says so, and is not warned of it", () => {
    const run = incident(["calendar: { workweek: [mon, tue, wed, thu, fri, sat, sun] }"]);
    expect(run.observed.steps).toHaveLength(2);
    expect(run.step("Look back").body).toContain("**Due Monday 3 May 2027**");
  });
});
