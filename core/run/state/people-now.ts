import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** Who has a step now: whom it was handed to last, else those it was planned for. */
export function peopleNow(
  step: StepId,
  planned: readonly string[],
  { entries }: Pick<Ledger, "entries">,
): readonly string[] {
  const handed = entries.findLast((entry) => entry.kind === "handed" && entry.step === step);
  return handed?.kind === "handed" ? handed.to : planned;
}
