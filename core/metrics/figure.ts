/** One figure, with how many things it rests on and a line that says what it counts. */
export interface Figure {
  /** Absent when there is nothing to count. */
  readonly value?: number | undefined;
  /** How many values it rests on; of a count, the count itself. */
  readonly n: number;
  readonly note: string;
}

/** A share from 0 to 1: `part` of `n`. */
export interface ShareFigure extends Figure {
  readonly part: number;
}

/**
 * The middle of some values, and the values a quarter of the way from either end: order statistics, by nearest rank, so each is
 * one of the values. No mean: one run that lay about for months would move it.
 */
export interface MiddleFigure extends Figure {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** How many there are. */
export function countOf(value: number, note: string): Figure {
  return { value, n: value, note };
}

/** One measured value; absent when there is none. */
export function measured(value: number | undefined, note: string): Figure {
  return { value, n: value === undefined ? 0 : 1, note };
}

/** The share of a part; without a value when the whole is nothing. */
export function shareOf(part: number, n: number, note: string): ShareFigure {
  return { value: n === 0 ? undefined : part / n, part, n, note };
}

/** The middle of values, with the quarters; without a value when there are none. */
export function middleOf(values: readonly number[], note: string): MiddleFigure {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { value: at(0.5), low: at(0.25), high: at(0.75), n: sorted.length, note };
}
