import type { ProcessSource } from "../../core/definition/index.ts";
import { onAllCores } from "./on-all-cores.ts";
import { type PrepareContext, type PreparedFile, prepareAll } from "./prepare-file.ts";

/** Prepares files, in the order given. */
export function prepareFiles(
  sources: readonly ProcessSource[],
  context: PrepareContext,
): Promise<PreparedFile[]> {
  return onAllCores(sources, new URL("./prepare-worker.ts", import.meta.url), context, prepareAll);
}
