import { z } from "zod";
import type { StepId } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { readMarker, writeMarker } from "../notes/index.ts";

/** What an approver wants changed in the work of a run, as that run learns of it from the run above. */
export interface ChangesAbove {
  readonly at: Instant;
  readonly by: string;
  /** Database id of that account; null where nobody knows it. */
  readonly byId: number | null;
  readonly reason: string;
  /** The comment it was asked for in, by number. */
  readonly comment: number;
  /** Who has the step that the run is, and makes the changes or passes them on. */
  readonly person: string;
  /** Whether the approver has taken that back, at the moment that is given; absent while it stands. */
  readonly isTakenBack?: true | undefined;
}

const kind = "changes";

const changesAbove = z.object({
  at: z.iso.datetime({ offset: true }),
  by: z.string().max(100),
  byId: z.nullable(z.int().positive()),
  reason: z.string().max(2000),
  comment: z.int().positive(),
  person: z.string().max(100),
  isTakenBack: z.optional(z.literal(true)),
}) satisfies z.ZodType<ChangesAbove>;

/** Hidden in the issue of a run that is a step of another one; only the bot's own text counts. */
export function writeChangesAbove(changes: ChangesAbove): string {
  const { at, by, byId, reason, comment, person, isTakenBack } = changes;
  return writeMarker(kind, { at, by, byId, reason, comment, person, isTakenBack });
}

/** What was asked for last; nothing while nobody has, and for a marker of another shape. */
export function readChangesAbove(body: string): ChangesAbove | undefined {
  return changesAbove.safeParse(readMarker(kind, body)).data;
}

/** The step that the changes become in the run whose work they concern. */
export function stepOfChanges(comment: number): StepId {
  return `changes-${comment}`;
}

/** Whether a step was added since an approver of the run above wants changes. */
export function isStepOfChanges(step: StepId): boolean {
  return /^changes-\d+$/.test(step);
}
