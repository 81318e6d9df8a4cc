import { Temporal } from "../../temporal.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";

const oneGestureMinutes = 60;

/**
 * The entries of a ledger that may be departures from the plan. Whoever changes the people of an issue by hand adds one and
 * takes another away; what is done to a step by one person within an hour counts as the last of it.
 */
export function departuresIn({ entries }: Pick<Ledger, "entries">): readonly LedgerEntry[] {
  return entries.filter((entry, index) => {
    if (entry.kind === "moved") {
      // What was late in the run above is told there.
      if (entry.by === "") return false;
      // What a run was moved to by itself comes back to it from the run above.
      const before = entries.slice(0, index).findLast(({ kind }) => kind === "moved");
      return before?.kind !== "moved" || before.anchorDate !== entry.anchorDate;
    }
    if (entry.kind !== "handed" || entry.comment !== null) return true;
    const next = entries.find(
      (later, at) => at > index && later.kind === "handed" && later.step === entry.step,
    );
    return !(
      next?.kind === "handed" &&
      next.comment === null &&
      next.by === entry.by &&
      isSoonAfter(entry, next)
    );
  });
}

function isSoonAfter(first: LedgerEntry, second: LedgerEntry): boolean {
  const until = Temporal.Instant.from(first.at).add({ minutes: oneGestureMinutes });
  return Temporal.Instant.compare(second.at, until) <= 0;
}
