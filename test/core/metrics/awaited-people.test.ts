import { expect, test } from "vitest";
import { awaitedPeople, measureFrameOf, openTasksOf, openWorkOf } from "../../../core/metrics/index.ts";
import { recordOf } from "../../../core/run/index.ts";
import { dashboardPage } from "../../../site/data/dashboard-page.ts";
import { siteOf } from "../../site/site-of.ts";
import { happens, smallFiles, smallHandbook, smallRun } from "../run/small-handbook.ts";

const steps = [
  "id: print, title: Print, role: author, due: 0d, when: { extra: true }",
  "id: agree, title: Agree, kind: approval, approvers: [editor, lawyer], after: [], due: 0d",
];
const more = { head: ["anchor: Fair", "ask: [{ id: extra, label: Do we print, type: yes-no }]"] };

test("an approval waits for those who have yet to agree, an open question for whoever was asked, on every surface", () => {
  const run = smallRun(smallHandbook(steps, more), { anchorDate: "2026-03-04" });
  happens(run, () => run.comment(3, "ed", "/approve"));
  run.settle("2026-03-06T10:00:00Z");
  const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
  if (!record) throw new Error("The run has not begun.");
  const frame = measureFrameOf(run.handbook.handbook, run.now);
  const late = (login: string) => openWorkOf({ login }, [record], frame).late.map(({ task }) => task.title);
  expect(run.said(1)[1]).toContain(
    "**Print** (#2), with you, promised Wed 4 Mar and **Agree** (#3), with law",
  );
  expect(awaitedPeople([record], frame).map(({ login, late: { n } }) => [login, n])).toEqual([
    ["law", 1],
    ["stan", 1],
  ]);
  expect(["ann", "ed", "law", "stan"].map(late)).toEqual([[], [], ["Agree"], ["Print"]]);
  expect([...openTasksOf([record], frame.today).people.keys()]).toEqual(["law", "stan"]);
  const runs = { version: 2 as const, writtenAt: run.now, runs: [record] };
  const site = siteOf(smallFiles(steps, more), { today: frame.today, runs });
  expect(dashboardPage(site).atRisk[0]?.waitsFor).toEqual(["“Print” (stan)", "“Agree” (law)"]);
  const shows = { people: false, absences: false, runs: true };
  const shy = siteOf(smallFiles(steps, more), { today: frame.today, runs, shows });
  expect(JSON.stringify([shy.runs, dashboardPage(shy)])).not.toMatch(/stan|law"|\(law/);
});
