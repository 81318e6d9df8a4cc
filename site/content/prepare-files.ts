import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ProcessSource } from "../../core/definition/index.ts";
import { type PrepareContext, type PreparedFile, prepareFile } from "./prepare-file.ts";

const batchSize = 20;

/** Prepares files, in the order given: on all cores where there are many, here where there are few. */
export async function prepareFiles(
  sources: readonly ProcessSource[],
  context: PrepareContext,
): Promise<PreparedFile[]> {
  if (sources.length <= batchSize * 2) return sources.map((source) => prepareFile(source, context));
  const batches: ProcessSource[][] = [];
  for (let from = 0; from < sources.length; from += batchSize)
    batches.push(sources.slice(from, from + batchSize));
  const results: PreparedFile[][] = [];
  const waiting = batches.entries();
  const workers = Array.from({ length: Math.min(availableParallelism(), batches.length) }, async () => {
    const worker = new Worker(new URL("./prepare-worker.ts", import.meta.url));
    for (const [index, batch] of waiting) results[index] = await askWorker(worker, batch, context);
    await worker.terminate();
  });
  await Promise.all(workers);
  return results.flat();
}

function askWorker(
  worker: Worker,
  sources: ProcessSource[],
  context: PrepareContext,
): Promise<PreparedFile[]> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (prepared: PreparedFile[]) => {
      worker.off("error", reject);
      resolve(prepared);
    });
    worker.postMessage({ sources, context });
  });
}
