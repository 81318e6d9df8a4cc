import { inWorkers } from "./in-workers.ts";
import { type Exhausted, type ExhaustivePart, exhaustiveParts } from "./play-exhaustively.ts";
import type { ScheduleOptions } from "./schedule-options.ts";

/** Plays some lives of a seed with each single fault, and tells what they came to so far whenever a part is played. */
export async function runExhaustively(
  options: ScheduleOptions,
  lives: readonly number[],
  onProgress: (soFar: Exhausted & { readonly parts: number; readonly played: number }) => void,
): Promise<Exhausted> {
  const parts = exhaustiveParts(options, lives);
  let [cases, played] = [0, 0];
  const failures: string[] = [];
  await inWorkers<ExhaustivePart, Exhausted>(parts, (part) => {
    cases += part.cases;
    played += 1;
    failures.push(...part.failures);
    onProgress({ cases, failures, parts: parts.length, played });
  });
  return { cases, failures };
}
