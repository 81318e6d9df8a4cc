/** How long something took, or how long it has taken so far where it is not over. */
export interface Duration {
  readonly days: number;
  readonly isOver: boolean;
}

/**
 * The value that a share of durations does not exceed, with those that are not over yet counted as taking longer than they have so
 * far: leaving them out would flatter, since the late ones are the ones that are still open. Nothing where too few are over
 * to tell. It is a value that was measured, never one in between.
 *
 * Product-limit estimate: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", 1958.
 */
export function survivalQuantile(durations: readonly Duration[], share: number): number | undefined {
  // What is over on a day comes before what is still open on it, as the estimate asks.
  const ordered = durations.toSorted((a, b) => a.days - b.days || Number(b.isOver) - Number(a.isOver));
  let surviving = 1;
  for (const [index, { days, isOver }] of ordered.entries()) {
    const atRisk = ordered.length - index;
    if (!isOver) continue;
    surviving *= (atRisk - 1) / atRisk;
    // Rounding of the products must not move a quantile by one.
    if (1 - surviving >= share - 1e-9) return days;
  }
  return undefined;
}
