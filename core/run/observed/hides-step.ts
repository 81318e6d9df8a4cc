import type { Instant } from "../../metrics/index.ts";
import { longestLagMilliseconds } from "./longest-lag.ts";
import type { RunIssues } from "./observed-run.ts";

/**
 * Whether a read of a run lacks a step of which it says itself that it was put there a moment ago: lists lag behind the events of an issue.
 * A run does not end by such a read, since its end cannot be unsaid.
 */
export function hidesStep({
  observed: { steps, joined = [] },
  now,
}: {
  readonly observed: Pick<RunIssues, "steps" | "joined">;
  readonly now: Instant;
}): boolean {
  const there = new Set(steps.map(({ number }) => number));
  return joined.some(
    ({ number, at }) =>
      !there.has(number) && Math.abs(Date.parse(now) - Date.parse(at)) < longestLagMilliseconds,
  );
}
