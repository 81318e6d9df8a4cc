import { type FoldedList, foldList } from "./fold-list.ts";
import type { RunGroup } from "./past-runs.ts";

/** Runs of one process, of which others may stand on the other side of the fold. */
export interface FoldedGroup extends RunGroup {
  /** How many there are on both sides. */
  readonly total: number;
}

/**
 * Folds the runs of all groups after so many, in the order they have. Of each group the first run stands open before the second
 * of any, so that a process with twenty runs hides no other.
 */
export function foldGroups(groups: readonly RunGroup[], most: number): FoldedList<FoldedGroup> {
  const inTurn = groups
    .flatMap(({ runs }) => runs.map((run, index) => ({ run, index })))
    .toSorted((a, b) => a.index - b.index);
  const open = new Set(foldList(inTurn, most).first.map(({ run }) => run));
  const only = (isWanted: boolean) =>
    groups
      .map((group) => ({
        ...group,
        runs: group.runs.filter((run) => open.has(run) === isWanted),
        total: group.runs.length,
      }))
      .filter(({ runs }) => runs.length > 0);
  return { first: only(true), rest: only(false) };
}
