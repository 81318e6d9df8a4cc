import { expect, test } from "vitest";
import { otherRunOf } from "../../../core/run/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook(["id: draft, title: Draft, role: author, due: +3d"]);
const began = "2026-03-02T08:00:00Z";
const other = (run: SimulatedRun, number: number) => ({
  ...otherRunOf(run.observed.run, new Set<number>()),
  number,
});
const begunAt = (now: string) => smallRun(handbook, { now });
const toldOf = (run: SimulatedRun) => run.said(1).filter((words) => words.includes("at the same moment"));

/** What a run says of another one that it learns of later. */
function saidOf(another: ReturnType<typeof other>, now = "2026-03-02T09:00:00Z"): string[] {
  const run = begunAt(began);
  run.others = [another];
  run.settle(now);
  run.settle(now);
  return toldOf(run);
}

test("two starts that did not see each other both say so, once", () => {
  const runs = [begunAt(began), begunAt("2026-03-02T08:00:20Z")] as const;
  for (const [index, run] of runs.entries()) {
    run.others = [other(runs[1 - index] ?? run, 7 + index)];
    run.settle("2026-03-02T08:30:00Z");
    run.settle("2026-03-02T09:30:00Z");
  }
  expect(runs.map(toldOf)).toEqual([
    [
      "@stan: #7 began at the same moment as this run, with the same process and the same start date, Monday 2 March 2026. If one of them is enough, write `/cancel` and a few words why on the other.",
    ],
    [expect.stringContaining("#8 began at the same moment as this run")],
  ]);
});

const alike = other(begunAt(began), 7);
test.each([
  ["of another day", { ...alike, anchorDate: "2026-03-03" as const }],
  ["of another process", { ...alike, process: "party" }],
  ["that began later", { ...alike, startedAt: "2026-03-02T08:05:00Z" }],
  ["that waits", { ...alike, hasBegun: false, startedAt: undefined }],
  ["that was said to look like this one", { ...alike, like: 1 }],
])("nothing is said of a run %s", (_name, another) => {
  expect(saidOf(alike)).toHaveLength(1);
  expect(saidOf(another as typeof alike)).toEqual([]);
});

test.each(["2026-03-02T08:00:30Z", "2026-03-03T09:00:00Z"])("nothing is said at %s", (now) => {
  expect(saidOf(alike, now)).toEqual([]);
});
