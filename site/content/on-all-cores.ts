import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

const batchSize = 20;

/**
 * Works through sources, in the order given: on all cores where there are many, here where there are few. The worker
 * takes `{ sources, context }` as a message and answers with one result for each source, as `work` does.
 */
export async function onAllCores<Source, Context, Result>(
  sources: readonly Source[],
  worker: URL,
  context: Context,
  work: (sources: readonly Source[], context: Context) => Result[],
): Promise<Result[]> {
  if (sources.length <= batchSize * 2) return work(sources, context);
  const batches: (readonly Source[])[] = [];
  for (let from = 0; from < sources.length; from += batchSize)
    batches.push(sources.slice(from, from + batchSize));
  const results: Result[][] = [];
  const waiting = batches.entries();
  const workers = Array.from({ length: Math.min(availableParallelism(), batches.length) }, async () => {
    const own = new Worker(worker);
    for (const [index, batch] of waiting) results[index] = await ask(own, batch, context);
    await own.terminate();
  });
  await Promise.all(workers);
  return results.flat();
}

function ask<Source, Result>(
  worker: Worker,
  sources: readonly Source[],
  context: unknown,
): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (results: Result[]) => {
      worker.off("error", reject);
      resolve(results);
    });
    worker.postMessage({ sources, context });
  });
}
