import { Worker } from "node:worker_threads";
import type { BesidePagesOrder, WrittenBesidePages } from "./beside-pages-worker.ts";

/** Another core, which gets ready while the handbook is read here. */
export interface BesidePagesWorker {
  /**
   * Has all that stands beside the pages written, while this core renders the pages. The folder must be there, and
   * nobody may empty it any more. Whoever waits for it hears of a failure; until then it ends nothing.
   */
  write(order: BesidePagesOrder): Promise<WrittenBesidePages>;
  /** Lets go of a worker that was asked nothing. */
  dismiss(): void;
}

/** Starts the worker. */
export function startBesidePagesWorker(): BesidePagesWorker {
  const worker = new Worker(new URL("./beside-pages-worker.ts", import.meta.url));
  const answer = new Promise<WrittenBesidePages>((done, fail) => {
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The files beside the pages were given up, code ${code}.`)));
  });
  answer.catch(() => {});
  return {
    write: (order) => {
      worker.postMessage(order);
      return answer;
    },
    dismiss: () => void worker.terminate(),
  };
}
