import { describe, expect, test } from "vitest";
import type { IsoWeekday } from "../../../core/calendar/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** The due dates that a run's status shows, by step. */
function datesOf(run: SimulatedRun): Record<string, string> {
  const rows = (run.said(1)[0] ?? "").matchAll(/^\| #\d+ ([^|]+) \| [^|]* \| ([^|]+) \|/gm);
  return Object.fromEntries([...rows].map(([, title = "", due = ""]) => [title, due.replaceAll("*", "")]));
}

const webinar = smallHandbook(
  [
    "id: posts, title: Posts, role: author, due: -5bd",
    "id: day, title: Day, role: editor, due: 0d",
    "id: notes, title: Notes, role: author, duration: 2bd",
    "id: thanks, title: Thanks, role: editor",
  ],
  { head: ["anchor: Date of the webinar"] },
);

describe("a promised date", () => {
  test("with an offset stays, whatever ends late before it, as long as the work fits", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    run.settle("2026-03-17T08:00:00Z");
    happens(run, () => run.close(2, "ann"));
    expect(datesOf(run)).toMatchObject({ Posts: "Wed 11 Mar 2026", Day: "Wed 18 Mar 2026" });
    expect(run.said(1)[0]).toContain("**Date of the webinar:** Wednesday 18 March 2026. On track.");
    expect(run.step("Day").body).toContain("**Due Wednesday 18 March 2026**");
  });

  test("stands beside the expected one when the work does not fit any more", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    run.settle("2026-03-18T08:00:00Z");
    expect(datesOf(run)).toMatchObject({ Day: "Expected Thu 19 Mar, promised Wed 18 Mar" });
    expect(run.said(1)[0]).toContain("**At risk: expected Thu 19 Mar, promised Wed 18 Mar.**");
    expect(run.step("Day").body).toContain("**Expected Thursday 19 March 2026**, promised Wed 18 Mar 2026");
  });

  test("of a run that begins late leaves the work the time that its plan gave it, counted from a day before the run began", () => {
    const steps = [
      "id: posts, title: Posts, role: author, due: -5bd",
      "id: film, title: Film, role: editor, duration: 4bd, due: -1bd",
    ];
    const run = smallRun(smallHandbook(steps, { head: ["anchor: Date of the film"] }), {
      anchorDate: "2026-03-05",
    });
    expect(datesOf(run)).toMatchObject({ Film: "Expected Mon 9 Mar, promised Wed 4 Mar" });
  });

  test("without an offset follows the day those before it really ended, when that is later", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    expect(datesOf(run)).toMatchObject({ Notes: "Fri 20 Mar 2026", Thanks: "Mon 23 Mar 2026" });
    run.settle("2026-03-11T09:00:00Z");
    happens(run, () => run.close(2, "ann"));
    run.settle("2026-03-24T09:00:00Z");
    happens(run, () => run.close(3, "ed"));
    expect(datesOf(run)).toMatchObject({
      Notes: "Thu 26 Mar 2026 (planned Fri 20 Mar)",
      Thanks: "Fri 27 Mar 2026 (planned Mon 23 Mar)",
    });
  });

  test("is made no earlier by what ends early", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    const promised = datesOf(run);
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.close(3, "ed"));
    expect(run.step("Notes").labels).not.toContain("handrail:overdue");
    run.settle("2026-03-18T08:00:00Z");
    expect(run.step("Notes").labels).not.toContain("handrail:overdue");
    expect(datesOf(run)).toEqual(promised);
  });

  test("moves with /due, and those that follow it without an offset; /move keeps its distance", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    happens(run, () => run.comment(3, "ed", "/due 2026-03-20 the speaker is ill"));
    expect(datesOf(run)).toMatchObject({
      Posts: "Wed 11 Mar 2026",
      Day: "Fri 20 Mar 2026 (planned Wed 18 Mar)",
      Notes: "Tue 24 Mar 2026 (planned Fri 20 Mar)",
    });
    happens(run, () => run.comment(1, "stan", "/move 2026-04-15 everything is later"));
    expect(datesOf(run)).toMatchObject({
      Posts: "Wed 8 Apr 2026 (planned Wed 11 Mar)",
      Day: "Fri 17 Apr 2026 (planned Wed 18 Mar)",
      Notes: "Tue 21 Apr 2026 (planned Fri 20 Mar)",
    });
  });
});

describe("an open run is left as it is", () => {
  test("by other holidays and a changed calendar", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.comment(1, "stan", "/move 2026-04-15 everything is later"));
    happens(run, () => run.close(3, "ed"));
    const { config } = run.handbook.handbook;
    for (const [day, closed] of [
      ["with Easter", { country: "CH", region: "ZH" }],
      ["on four days a week", { workweek: [1, 2, 3, 4] as IsoWeekday[] }],
    ] satisfies [string, object][]) {
      const handbook = { ...run.handbook.handbook, config: { ...config, ...closed } };
      Object.assign(run.handbook, { handbook });
      expect([day, run.decide()]).toEqual([day, []]);
    }
  });

  test("by other words of the program: only what people touched is compared word for word", () => {
    const run = smallRun(webinar, { anchorDate: "2026-03-18" });
    const reworded = (body: string) => body.replace("**Due", "**To be done by");
    run.update(3, (issue) => ({ ...issue, body: reworded(issue.body) }));
    expect(run.decide()).toEqual([]);
    run.update(3, (issue) => ({ ...issue, isEditedByPeople: true }));
    expect(run.decide()).toMatchObject([{ kind: "edit-issue", issue: 3 }, { kind: "set-due-date" }]);
  });
});
