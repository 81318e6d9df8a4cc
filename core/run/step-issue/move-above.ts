import { z } from "zod";
import type { Instant } from "../../metrics/index.ts";
import { readMarker, writeMarker } from "../notes/index.ts";

/** Who moved a run, when and why, as the runs inside it learn of it. */
export interface MoveAbove {
  readonly at: Instant;
  readonly by: string;
  /** Database id of that account; absent in what was written before ids were noted. */
  readonly byId?: number | null | undefined;
  readonly reason: string;
}

const moveAbove = z.object({
  at: z.iso.datetime({ offset: true }),
  by: z.string().max(100),
  byId: z.optional(z.nullable(z.int().positive())),
  reason: z.string().max(2000),
}) satisfies z.ZodType<MoveAbove>;

/** Hidden in the issue of a run that is a step of another one; only the bot's own text counts. */
export function writeMoveAbove({ at, by, byId, reason }: MoveAbove): string {
  return writeMarker("moved", { at, by, byId, reason });
}

/** The last move of the run above; nothing when nobody has moved it, and for a marker of another shape. */
export function readMoveAbove(body: string): MoveAbove | undefined {
  return moveAbove.safeParse(readMarker("moved", body)).data;
}
