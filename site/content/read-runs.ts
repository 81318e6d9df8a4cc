import { readFile } from "node:fs/promises";
import { type RunsFile, readRunsFile } from "../../core/metrics/index.ts";
import { InputError } from "../input-error.ts";

/**
 * The record of runs in a file; nothing when no file is named, or it is not there. Throws an InputError for one that is no
 * JSON, is damaged, or was written by a newer Handrail.
 */
export async function readRuns(file: string | undefined): Promise<RunsFile | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const reading = readRunsFile(parsed(text, file));
  if (!reading.ok) throw new InputError(reading.problem, reading.remedy, file);
  return reading.file;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `The record of runs is no JSON: ${(cause as Error).message}`;
    throw new InputError(message, "Write it anew with: npx handrail report --format json", file);
  }
}
