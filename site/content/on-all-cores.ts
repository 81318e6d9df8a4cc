import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { InternalError } from "../../core/problem.ts";
import { batchSize, type WorkOrder, type WorkResult } from "./work-through.ts";

/**
 * Works through sources, in the order given: on all cores where there are many, here where there are few. The module
 * `worker` is one that hands `work` to `workThrough`.
 */
export async function onAllCores<Source, Context, Result>(
  sources: readonly Source[],
  worker: URL,
  context: Context,
  work: (sources: readonly Source[], context: Context) => Result[],
): Promise<Result[]> {
  if (sources.length <= batchSize * 2) return work(sources, context);
  const order: WorkOrder<Source, Context> = {
    sources,
    context,
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const batches: (readonly Result[])[] = [];
  const workers = Array.from(
    { length: Math.min(availableParallelism(), Math.ceil(sources.length / batchSize)) },
    () =>
      new Promise<void>((done, fail) => {
        const one = new Worker(worker, { workerData: order });
        one.on("message", ({ batch, results }: WorkResult<Result>) => {
          batches[batch] = results;
        });
        one.once("error", fail);
        one.once("exit", (code) =>
          code === 0 ? done() : fail(new InternalError(`A worker gave up, code ${code}.`)),
        );
      }),
  );
  await Promise.all(workers);
  return batches.flat();
}
