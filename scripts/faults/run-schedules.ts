import { inWorkers } from "./in-workers.ts";
import type { Part, Tallies } from "./play-part.ts";
import { type ScheduleOptions, schedulesOfALife } from "./schedule-options.ts";
import { nothingYet, sum } from "./tally.ts";

export interface RunOptions extends ScheduleOptions {
  readonly schedules: number;
}

/** Plays all schedules, and tells what they came to so far whenever some more are played. */
export async function runSchedules(
  options: RunOptions,
  onProgress: (tallies: Tallies) => void = () => undefined,
): Promise<Tallies> {
  // Life by life: its schedules share the calm twin, and no core waits long for the other at the end.
  const parts = Array.from(
    { length: Math.ceil(options.schedules / schedulesOfALife) },
    (_, index): Part => ({ ...options, from: index * schedulesOfALife }),
  );
  let total: Tallies = { ours: nothingYet, stock: nothingYet };
  await inWorkers<Part, Tallies>(parts, (tallies) => {
    total = { ours: sum(total.ours, tallies.ours), stock: sum(total.stock, tallies.stock) };
    onProgress(total);
  });
  return total;
}
