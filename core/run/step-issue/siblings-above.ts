import { z } from "zod";
import { type CivilDate, parseCivilDate } from "../../calendar/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { readMarker, writeMarker } from "../notes/index.ts";

/** How a step of a run beside a run stands, as the run above both tells it. */
export interface SiblingStanding {
  /** As `after` names it: `program-lead/tell-grants`. */
  readonly id: string;
  /**
   * It is still to be done, it is over, it is left out with what came before it, or the notes of its run cannot be read. `not-there`: the run above starts nothing by
   * that name.
   */
  readonly state: "open" | "over" | "left-out" | "unreadable" | "not-there";
  /** The title of the step; its id where that is not known. */
  readonly title: string;
  /** The title of the run that it belongs to; empty where there is none. */
  readonly run: string;
  /** Its issue, or the issue of its run while it has none. */
  readonly issue?: number | undefined;
  /** Who has it, while it is open. */
  readonly people: readonly string[];
  /** The day it is promised for. */
  readonly due?: CivilDate | undefined;
  /** When it was over, or its run was given up. */
  readonly endedAt?: Instant | undefined;
  /** Whether it was skipped; absent where it was done, or is not over. */
  readonly isSkipped?: true | undefined;
}

const words = z.string().max(1000);
const standing = z.object({
  id: z.string().max(150),
  state: z.enum(["open", "over", "left-out", "unreadable", "not-there"]),
  title: words,
  run: words,
  issue: z.optional(z.int().positive()),
  people: z.array(z.string().max(100)).max(100),
  due: z.optional(z.string().transform((day, context) => parseCivilDate(day) ?? notADay(context))),
  endedAt: z.optional(z.iso.datetime({ offset: true })),
  isSkipped: z.optional(z.literal(true)),
}) satisfies z.ZodType<SiblingStanding>;

function notADay(context: { addIssue: (message: string) => void }): never {
  context.addIssue("This is no day.");
  return z.NEVER;
}

/** Hidden in the issue of a run that is a step of another one; only the bot's own text counts. */
export function writeSiblingsAbove(standings: readonly SiblingStanding[]): string {
  return writeMarker("beside", standings);
}

/** What the run above tells of the steps beside; nothing where it tells of none, null where that cannot be read. */
export function readSiblingsAbove(body: string): readonly SiblingStanding[] | undefined | null {
  const found = readMarker("beside", body);
  if (found === undefined) return body.includes("<!-- handrail:beside ") ? null : undefined;
  return z.array(standing).safeParse(found).data ?? null;
}
