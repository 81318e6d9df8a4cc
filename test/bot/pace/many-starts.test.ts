import { expect, test } from "vitest";
import { manyStarts } from "../bench/many-starts.ts";

test("starts beyond the hour's limit are completed in order, in the time the limit allows, without one refusal", async () => {
  const { complete, minutes, refusals, notices } = await manyStarts(25, 20);
  expect(complete).toEqual(complete.toSorted((one, other) => one - other));
  expect(complete).toHaveLength(25);
  expect(refusals).toBe(0);
  // 500 steps: 440 in the first hour, the rest in the second.
  expect(minutes).toBeGreaterThan(60);
  expect(minutes).toBeLessThan(75);
  expect(notices.length).toBeGreaterThan(0);
  expect(notices[0]).toMatch(/no more until about \*\*\d\d:\d\d\*\*/);
});
