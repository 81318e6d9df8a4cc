import { expect, test } from "vitest";
import { date, planOf, processOf } from "../../builders.ts";

const release = `anchor: Release day
ask:
  - { id: cycle, label: Begin of the cycle, type: date, required: true }
steps:
  - { id: track, title: Track, role: author, after: [], from: cycle, due: +2d }
  - { id: freeze, title: Freeze, role: author, due: -34d }
  - { id: release, title: Release, role: author, due: 0d }`;

const dues = (process: string, request: Parameters<typeof planOf>[1] = {}) =>
  Object.fromEntries(planOf(processOf(process), request).tasks.map(({ step, dueDate }) => [step, dueDate]));

test("what counts from a second date stays when the anchor date moves", () => {
  const answers = new Map([["cycle", "2023-09-05"]]);
  const on = (anchorDate: string) => dues(release, { answers, anchorDate: date(anchorDate) });
  expect(on("2023-12-13")).toEqual({ track: "2023-09-07", freeze: "2023-11-09", release: "2023-12-13" });
  expect(on("2023-12-20")).toEqual({ track: "2023-09-07", freeze: "2023-11-16", release: "2023-12-20" });
});

test("without that date it is planned right after what it waits for, and said", () => {
  const plan = planOf(processOf(release), { anchorDate: date("2026-06-01") });
  expect(plan.tasks[0]?.dueDate).toBe("2026-03-03");
  expect(plan.warnings.map(({ id, step }) => [id, step])).toContainEqual(["date-unknown", "track"]);
});

const oneStep = (keys: string) => `anchor: Event\nsteps:\n  - { id: a, title: A, role: author, ${keys} }`;

test.each([
  ["months go to the same day", "due: -2mo, exact: true", "2026-05-20", "2026-03-20"],
  ["a short month ends earlier", "due: -1mo, exact: true", "2026-03-31", "2026-02-28"],
  ["a leap day is kept where there is one", "due: -1mo, exact: true", "2028-03-31", "2028-02-29"],
  ["months go over the end of a year", "due: +9mo, exact: true", "2026-05-20", "2027-02-20"],
  ["a Sunday moves to the Friday before", "due: -28d", "2024-09-22", "2024-08-23"],
  ["a Sunday that is meant stays", "due: -28d, exact: true", "2024-09-22", "2024-08-25"],
  ["a window is due on its last day", "due: -6w..-3w", "2026-06-01", "2026-05-11"],
])("%s", (_what, keys, anchorDate, due) => {
  expect(dues(oneStep(keys), { anchorDate: date(anchorDate) })).toEqual({ a: due });
});

test("a window may be begun on its first day, and is part of the lead time", () => {
  const plan = planOf(processOf(oneStep("due: -6w..-3w")), { anchorDate: date("2026-06-01") });
  expect(plan.tasks[0]?.plannedStart).toBe("2026-04-20");
  expect(plan.leadTimeBusinessDays).toBe(15);
});

test("a moved date names the day off, and one with an hour its hour", () => {
  const [task] = planOf(processOf(oneStep('due: -28d, at: "14:00"')), {
    anchorDate: date("2024-09-22"),
  }).tasks;
  expect(task).toMatchObject({ dueDate: "2024-08-23", insteadOf: "2024-08-25", dueTime: "14:00" });
});
