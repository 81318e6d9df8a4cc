import { expect, test } from "vitest";
import { ledgerOf, otherRunOf } from "../../../core/run/index.ts";
import { begunAlike } from "../../../core/run/other-runs/begun-alike.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook(["id: draft, title: Draft, role: author, due: +3d"]);
const began = "2026-03-02T08:00:00Z";
const other = (run: SimulatedRun, number: number) => ({
  ...otherRunOf(run.observed.run, new Set<number>()),
  number,
});
const begunAt = (now: string) => smallRun(handbook, { now });
const toldOf = (run: SimulatedRun) => run.said(1).filter((words) => /If one of them is enough/.test(words));

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

test.each(["2026-03-02T07:58:00Z", "2026-02-27T08:00:00Z"])(
  "a start that waited while another one like it began, at %s, says so once when it begins",
  (startedAt) => {
    expect(saidOf({ ...alike, startedAt })).toEqual([
      "@stan: #7 was under way already when this run began, with the same process and the same start date, Monday 2 March 2026. If one of them is enough, write `/cancel` and a few words why on the other.",
    ]);
  },
);

test("nothing is said of an earlier run by a start that was said to look like another one", () => {
  const ledger = ledgerOf(begunAt(began).observed);
  if (ledger === undefined) throw new Error("It has no notes.");
  const others = [{ ...alike, startedAt: "2026-03-02T07:58:00Z" }];
  const later = "2026-03-02T09:00:00Z";
  expect(begunAlike(ledger, 1, others, later)).toEqual({ run: 7, isEarlier: true });
  expect(begunAlike({ ...ledger, like: 6 }, 1, others, later)).toBeUndefined();
});

test("the older of two starts that waited hears of the other one when it begins last, though that was said to look like it", () => {
  const earlier = { ...alike, like: 1, startedAt: "2026-03-02T07:58:00Z" };
  expect(saidOf(earlier)).toEqual([expect.stringContaining("#7 was under way already when this run began")]);
});

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
