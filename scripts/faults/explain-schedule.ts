import { createCases, playCase } from "./play-schedule.ts";
import { traceLines } from "./report.ts";
import type { ScheduleOptions } from "./schedule-options.ts";
import { shrink } from "./shrink.ts";

/**
 * Plays one schedule again, and tells of the fewest faults that make it fail, or with `isWhole` of all that struck; nothing where it is
 * fine.
 */
export async function explainSchedule(
  options: ScheduleOptions,
  number: number,
  { isWhole }: { readonly isWhole: boolean },
): Promise<readonly string[] | undefined> {
  const whole = await createCases(options)(number);
  const played = await playCase(whole, "ours");
  if (played.violations.length === 0) return undefined;
  return traceLines(whole, isWhole ? played : await shrink(whole, played));
}
