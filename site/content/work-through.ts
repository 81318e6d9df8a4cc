import { parentPort, workerData } from "node:worker_threads";

/** How many sources a worker takes at a time. */
export const batchSize = 20;

/** What every worker is told at its start. */
export interface WorkOrder<Source, Context> {
  readonly sources: readonly Source[];
  readonly context: Context;
  /** How many batches were taken so far; shared, so that nobody has to hand them out. */
  readonly taken: Int32Array;
}

/** What a worker answers. */
export interface WorkResult<Result> {
  /** Place of the batch among all. */
  readonly batch: number;
  readonly results: readonly Result[];
}

/** The worker's side of `on-all-cores.ts`: takes batches until none is left, whatever the main thread is busy with. */
export function workThrough<Source, Context, Result>(
  work: (sources: readonly Source[], context: Context) => Result[],
): void {
  const { sources, context, taken } = workerData as WorkOrder<Source, Context>;
  for (;;) {
    const batch = Atomics.add(taken, 0, 1);
    const own = sources.slice(batch * batchSize, (batch + 1) * batchSize);
    if (own.length === 0) return;
    parentPort?.postMessage({ batch, results: work(own, context) } satisfies WorkResult<Result>);
  }
}
