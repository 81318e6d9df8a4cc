import { inWorkers } from "./in-workers.ts";
import { type Part, partSize, type Tallies } from "./play-part.ts";
import type { ScheduleOptions } from "./play-schedule.ts";
import { nothingYet, sum } from "./tally.ts";

export interface RunOptions extends ScheduleOptions {
  readonly schedules: number;
}

/** Plays all schedules, and tells what they came to so far whenever some more are played. */
export async function runSchedules(
  options: RunOptions,
  onProgress: (tallies: Tallies) => void = () => undefined,
): Promise<Tallies> {
  const parts = Array.from(
    { length: Math.ceil(options.schedules / partSize) },
    (_, index): Part => ({ ...options, from: index * partSize }),
  );
  let total: Tallies = { ours: nothingYet, stock: nothingYet };
  await inWorkers<Part, Tallies>(parts, (tallies) => {
    total = { ours: sum(total.ours, tallies.ours), stock: sum(total.stock, tallies.stock) };
    onProgress(total);
  });
  return total;
}
