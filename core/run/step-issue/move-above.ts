import type { Instant } from "../../metrics/index.ts";
import { readMarker, writeMarker } from "../notes/index.ts";

/** Who moved a run, when and why, as the runs inside it learn of it. */
export interface MoveAbove {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** Hidden in the issue of a run that is a step of another one; only the bot's own text counts. */
export function writeMoveAbove({ at, by, reason }: MoveAbove): string {
  return writeMarker("moved", { at, by, reason });
}

/** The last move of the run above; nothing when nobody has moved it. */
export function readMoveAbove(body: string): MoveAbove | undefined {
  return readMarker("moved", body) as MoveAbove | undefined;
}
