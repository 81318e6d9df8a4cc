import { readFile } from "node:fs/promises";
import type { RunsFile } from "../../core/metrics/index.ts";
import { InputError } from "../input-error.ts";

/** The record of runs in a file; nothing when no file is named, or it is not there. Throws an InputError for one that is no JSON. */
export async function readRuns(file: string | undefined): Promise<RunsFile | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as RunsFile;
  } catch (cause) {
    const message = `The record of runs is no JSON: ${(cause as Error).message}`;
    throw new InputError(message, "Write it anew with: npx handrail report --format json", file);
  }
}
