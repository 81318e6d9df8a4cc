import { expect, test, vi } from "vitest";
import { closeFirstStep } from "./bench/closing.ts";
import { idleSweep } from "./bench/idle-sweep.ts";
import { pastRunsOfPull } from "./bench/past-runs-of-pull.ts";
import { startWithHandrail } from "./bench/start-long-run.ts";

// Hundreds of issues are made before anything is counted.
vi.setConfig({ testTimeout: 300_000 });

test.each([
  [8, 18],
  [98, 118],
])("a start of %i steps takes at most six requests beyond one a step, and %i points", async (steps, most) => {
  const { requests, points } = await startWithHandrail(steps);
  expect(requests).toBeLessThanOrEqual(steps + 6);
  expect(points).toBeLessThanOrEqual(most);
});

test("a closed step of a short run costs at most ten points", async () => {
  const { requests, points } = await closeFirstStep(8);
  expect(requests).toBeLessThanOrEqual(9);
  expect(points).toBeLessThanOrEqual(10);
});

test.each([
  [10, 50, 10, 60, 20],
  [100, 5, 10, 60, 20],
])(
  "a sweep of %i runs with %i open steps each where nothing is due: %i requests, at first %i points, later %i",
  async (runs, steps, requests, first, later) => {
    const sweeps = await idleSweep(runs, steps);
    expect(sweeps.first.writes + sweeps.later.writes).toBe(0);
    expect(sweeps.first.requests).toBeLessThanOrEqual(requests);
    expect(sweeps.first.points).toBeLessThanOrEqual(first);
    expect(sweeps.later.requests).toBeLessThanOrEqual(requests);
    expect(sweeps.later.points).toBeLessThanOrEqual(later);
  },
);

test.each([
  [10, 5, 10, false],
  [40, 5, 40, false],
  [60, 5, 40, true],
  [120, 5, 40, true],
])(
  "of %i past runs of %i steps a pull request that changes dates reads %i, in at most five requests and 60 points",
  async (runs, steps, read, hasOlder) => {
    const cost = await pastRunsOfPull(runs, steps);
    expect(cost).toMatchObject({ records: read, hasOlder, writes: 0 });
    expect(cost.requests).toBeLessThanOrEqual(5);
    expect(cost.points).toBeLessThanOrEqual(60);
  },
);
