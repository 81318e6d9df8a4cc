import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** GraphQL's own library looks for a second copy of itself at every value, unless it is told that this is not development. */
const quickly = { ...process.env, NODE_ENV: "production" };
/** A life makes much and keeps nothing: with room for it, little of what it makes outlives a collection. */
const maxYoungGenerationSizeMb = 64;

/** Plays parts on two cores where there are two, in their order, and tells of each as soon as it is done. */
export async function inWorkers<Part, Result>(
  parts: readonly Part[],
  onResult: (result: Result) => void,
): Promise<void> {
  const left = [...parts];
  const take = async () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      env: quickly,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    for (let part = left.shift(); part !== undefined; part = left.shift())
      onResult(await ask<Result>(worker, part));
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism(), parts.length) }, take));
}

async function ask<Result>(worker: Worker, part: unknown): Promise<Result> {
  // A worker that fails says so with an error, and then this throws it.
  const answered = once(worker, "message");
  worker.postMessage(part);
  const [result] = await answered;
  return result as Result;
}
