import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Part, Tallies } from "./play-part.ts";
import { partSize } from "./play-part.ts";
import type { ScheduleOptions } from "./play-schedule.ts";
import { nothingYet, sum } from "./tally.ts";

export interface RunOptions extends ScheduleOptions {
  readonly schedules: number;
}

/** GraphQL's own library looks for a second copy of itself at every value, unless it is told that this is not development. */
const quickly = { ...process.env, NODE_ENV: "production" };
/** A life makes much and keeps nothing: with room for it, little of what it makes outlives a collection. */
const maxYoungGenerationSizeMb = 64;

/** Plays all schedules, on two cores where there are two. */
export async function runSchedules(
  options: RunOptions,
  onProgress: (tallies: Tallies) => void = () => undefined,
): Promise<Tallies> {
  const parts = Array.from(
    { length: Math.ceil(options.schedules / partSize) },
    (_, index) => index * partSize,
  );
  let total: Tallies = { ours: nothingYet, stock: nothingYet };
  const workers = Math.min(2, availableParallelism(), parts.length);
  const take = async () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      env: quickly,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    for (let from = parts.shift(); from !== undefined; from = parts.shift()) {
      const tallies = await ask(worker, { ...options, from });
      total = { ours: sum(total.ours, tallies.ours), stock: sum(total.stock, tallies.stock) };
      onProgress(total);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: workers }, take));
  return total;
}

function ask(worker: Worker, part: Part): Promise<Tallies> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(part);
  });
}
