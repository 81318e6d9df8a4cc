import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/**
 * The people a step was given to by a plan: the one the run began with, or that of a newer text it was moved to since. Nothing for a
 * step that was in neither.
 */
export function peopleGiven(
  step: StepId,
  { baseline, entries }: Pick<Ledger, "baseline" | "entries">,
): readonly string[] | undefined {
  const last = entries.findLast((entry) => entry.kind === "upgraded" && entry.people.has(step));
  if (last?.kind === "upgraded") return last.people.get(step);
  return baseline.get(step)?.people;
}
