import { describe, expect, test } from "vitest";
import { createCases, playCase } from "../../scripts/faults/play-schedule.ts";

describe.each([
  { processes: 1, stale: false },
  { processes: 2, stale: true },
] as const)("lives under faults, with %j", ({ processes, stale }) => {
  const caseOf = createCases({ seed: 1, processes, stale });
  test.each([0, 1])("schedule %i ends as if nothing had failed", { timeout: 120_000 }, async (number) => {
    const { faults, violations } = await playCase(await caseOf(number), "ours");
    expect(faults.length).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });
});
