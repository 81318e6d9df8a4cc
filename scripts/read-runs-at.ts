import { readFile } from "node:fs/promises";
import { code } from "../core/message.ts";
import { type RunsFile, readRunsFile } from "../core/metrics/index.ts";
import { UsageError } from "./terminal.ts";

/** The records in a file that `report --format json` wrote. A file that is none is wrong usage. */
export async function readRunsAt(path: string): Promise<RunsFile> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new UsageError(
      `There is no file ${code(path)}, expected one that \`handrail report --format json\` wrote.`,
    );
  const reading = readRunsFile(valueIn(text));
  if (reading.ok) return reading.file;
  throw new UsageError(`${code(path)}: ${reading.problem} ${reading.remedy}`);
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
