import { type Change, putOffNotice } from "../core/run/index.ts";
import type { RunObservation, RunRepository } from "./ports/run-repository.ts";
import type { TooSoon } from "./ports/work-queue.ts";

/** A wait that nobody at a run would notice is not spoken of. */
const shortWait = 2 * 60_000;

/**
 * Says on a run that its steps are put off, unless it is for a moment only. Where GitHub takes no comment either, the
 * run goes on without the word.
 */
export async function sayPutOff<O extends RunObservation>(
  repository: RunRepository<O>,
  observation: O,
  changes: readonly Change[],
  { notBefore, wait }: TooSoon,
  timeZone: string,
): Promise<void> {
  if (wait < shortWait || !changes.some(({ kind }) => kind === "create-step")) return;
  const notice = putOffNotice(observation.observed, new Date(notBefore).toISOString(), timeZone);
  await repository.act(notice, observation).catch((error: unknown) => error);
}
