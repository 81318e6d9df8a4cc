import { Worker } from "node:worker_threads";
import type { BesidePagesOrder, WrittenBesidePages } from "./beside-pages-worker.ts";

/** Another core, which gets ready while the handbook is read here. */
export interface BesidePagesWorker {
  /**
   * Has all written that needs no page, while this core renders the pages. The folder must be there, and nobody may
   * empty it any more. Whoever finishes hears of a failure; until then it ends nothing.
   */
  write(order: BesidePagesOrder): void;
  /** Says that the pages stand there, of which those named here are new, and waits for all that stands beside them. */
  finish(pathnames: readonly string[]): Promise<WrittenBesidePages>;
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
    write: (order) => worker.postMessage(order),
    finish: (pathnames) => {
      worker.postMessage(pathnames);
      return answer;
    },
    dismiss: () => void worker.terminate(),
  };
}
