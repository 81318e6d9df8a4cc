import type { CivilDate } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { runStateOf } from "../state/run-state.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";

/**
 * The date each step is measured against: the due date in force when its turn came. Whoever gives their own step more time
 * after that is measured by the date that was agreed; a run that was moved is not a late person, so a move that gave
 * more time counts, and one that took time away does not. A step whose turn has not come has its due date.
 */
export function agreedDueDates(facts: StatusFacts): ReadonlyMap<StepId, CivilDate> {
  const { ledger, state } = facts;
  const moves = ledger.entries.filter((entry) => entry.kind === "moved");
  const duesAt = datesByAnchor(facts);
  return new Map(
    state.tasks.map((task) => {
      const turn = task.readyAt;
      const isChanged =
        turn !== undefined &&
        ledger.entries.some((entry) => entry.at > turn && (entry.kind === "moved" || isNewDate(entry, task)));
      if (!isChanged || task.isLeftOut) return [task.step, task.dueDate];
      const before = moves.findLast(({ at }) => at <= turn)?.anchorDate ?? ledger.anchorDate;
      const end = task.endedAt;
      const since = moves.filter(({ at }) => at > turn && (end === undefined || at < end));
      const anchors = [before, ...since.map(({ anchorDate }) => anchorDate)].sort();
      return [task.step, duesAt(anchors.at(-1) ?? before).get(task.step) ?? task.dueDate];
    }),
  );
}

function isNewDate(entry: LedgerEntry, { step }: TaskState): boolean {
  return entry.kind === "due" && entry.step === step && entry.comment !== null;
}

/** The due dates of all steps as if the run had had one anchor date all along, and nobody had dated a step after its turn came. */
function datesByAnchor(facts: StatusFacts): (anchor: CivilDate) => ReadonlyMap<StepId, CivilDate> {
  const { ledger, state, definition, handbook, now } = facts;
  const readyAt = new Map(state.tasks.map((task) => [task.step, task.readyAt]));
  const isKept = (entry: LedgerEntry) => {
    if (entry.kind === "moved") return false;
    return entry.kind !== "due" || entry.comment === null || entry.at <= (readyAt.get(entry.step) ?? now);
  };
  const entries = ledger.entries.filter(isKept).map(({ dates: _dates, ...entry }) => entry as LedgerEntry);
  const issues = new Map(state.tasks.flatMap(({ step, issue }) => (issue ? [[step, issue] as const] : [])));
  const known = new Map<CivilDate, ReadonlyMap<StepId, CivilDate>>();
  return (anchorDate) => {
    const dates =
      known.get(anchorDate) ??
      new Map(
        runStateOf({
          ledger: { ...ledger, anchorDate, entries },
          definition,
          handbook,
          issues,
          waitsFor: state.waitsFor,
          now,
        }).tasks.map(({ step, dueDate }) => [step, dueDate] as const),
      );
    known.set(anchorDate, dates);
    return dates;
  };
}
