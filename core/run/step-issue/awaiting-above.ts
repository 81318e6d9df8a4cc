import { z } from "zod";
import { readMarker, writeMarker } from "../notes/index.ts";

/** A step of a run beside a run that waits for a step of it, as the run above both tells it. */
export interface AwaitingBeside {
  /** The step that it waits for, as the process of this run has it. */
  readonly step: string;
  readonly title: string;
  /** The title of the run that it belongs to. */
  readonly run: string;
  /** Who has it; empty while that run has not begun. */
  readonly people: readonly string[];
}

const words = z.string().max(1000);
const awaiting = z.object({
  step: z.string().max(150),
  title: words,
  run: words,
  people: z.array(z.string().max(100)).max(100),
}) satisfies z.ZodType<AwaitingBeside>;

/** Hidden in the issue of a run that is a step of another one; only the bot's own text counts. */
export function writeAwaitingAbove(steps: readonly AwaitingBeside[]): string {
  return writeMarker("awaiting", steps);
}

/** What the run above tells of those who wait for steps of this run; nothing where it tells of none, and for a marker of another shape. */
export function readAwaitingAbove(body: string): readonly AwaitingBeside[] {
  return z.array(awaiting).safeParse(readMarker("awaiting", body)).data ?? [];
}
