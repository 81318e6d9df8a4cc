import { parentPort } from "node:worker_threads";
import type { ProcessSource } from "../../core/definition/index.ts";
import { type PrepareContext, prepareFile } from "./prepare-file.ts";

/** The worker's side of `prepare-files.ts`: a batch of sources in, their prepared files out, in order. */
parentPort?.on("message", ({ sources, context }: { sources: ProcessSource[]; context: PrepareContext }) => {
  parentPort?.postMessage(sources.map((source) => prepareFile(source, context)));
});
