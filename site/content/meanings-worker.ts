import { parentPort } from "node:worker_threads";
import { type MeaningContext, meaningsOf, type Versions } from "./meanings-of.ts";

/** The worker's side of `change-meanings.ts`: a batch of versions in, what they meant out, in order. */
parentPort?.on("message", ({ sources, context }: { sources: Versions[]; context: MeaningContext }) => {
  parentPort?.postMessage(meaningsOf(sources, context));
});
