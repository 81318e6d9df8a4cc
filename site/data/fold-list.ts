/** A list of which the first are shown, and the rest when it is asked for. */
export interface FoldedList<Item> {
  readonly first: readonly Item[];
  readonly rest: readonly Item[];
}

/** Folds a list after so many; a rest of one or two is shown with them, since to unfold it takes as much room. */
export function foldList<Item>(items: readonly Item[], most: number): FoldedList<Item> {
  const shown = items.length <= most + 2 ? items.length : most;
  return { first: items.slice(0, shown), rest: items.slice(shown) };
}
