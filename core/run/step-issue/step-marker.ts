import type { StepId } from "../../definition/index.ts";
import { writeMarker } from "../notes/index.ts";

/** The key that ties an issue to its step. */
export function stepMarker(run: number, step: StepId, revision: string): string {
  return writeMarker("step", { run, step, revision });
}
