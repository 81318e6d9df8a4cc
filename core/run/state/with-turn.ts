import type { StepId } from "../../definition/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { RunState } from "./task-state.ts";

/**
 * An entry by which steps pass to others, or which takes that back, with whether their turn has come, or had when `takesBack` was noted: it may come once
 * more, and later, and whoever had a step in its turn may have worked on it. Every other entry as it is.
 */
export function withTurn<Entry extends LedgerEntry>(
  added: Entry,
  { tasks }: Pick<RunState, "tasks">,
  takesBack?: LedgerEntry,
): Entry {
  const had = takesBack !== undefined && "inTurn" in takesBack && takesBack.inTurn === true;
  const isInTurn = (id: StepId | undefined) =>
    had || tasks.some(({ step, readyAt }) => step === id && readyAt !== undefined);
  const entry: LedgerEntry = added;
  if (entry.kind === "handed" || (entry.kind === "undone" && entry.of === "handed"))
    return isInTurn(entry.step) ? { ...added, inTurn: true } : added;
  if (entry.kind !== "upgraded") return added;
  const inTurn = [...entry.people.keys()].filter(isInTurn);
  return inTurn.length > 0 ? { ...added, inTurn } : added;
}
