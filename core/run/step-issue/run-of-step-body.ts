import { readMarker } from "../notes/index.ts";

/** The number of the run a step's body names, whoever wrote it: a hint where to look, never a fact to decide by. */
export function runOfStepBody(body: string): number | undefined {
  const value = readMarker("step", body);
  const run = typeof value === "object" && value !== null ? (value as { run?: unknown }).run : undefined;
  return typeof run === "number" && Number.isInteger(run) && run > 0 ? run : undefined;
}
