/** What is known of an account's dealings with GitHub. Moments are in milliseconds since 1970. */
export interface PaceState {
  /** GitHub asked to be left alone until then; 0 when it did not. */
  readonly notBefore: number;
  /** When the last write began, or is to begin. */
  readonly lastWrite: number;
  /** When issues and comments were made in the last hour, oldest first. */
  readonly creations: readonly number[];
  /** Runs whose steps are being made: the first one's turn it is, the others follow in order. */
  readonly line: readonly PlaceInLine[];
}

/** A run in line. One that has not asked again by then has been given up. */
export interface PlaceInLine {
  readonly run: string;
  readonly expectedBy: number;
}

/** Keeps the state of each account for everybody who works for it, in one process or in several. */
export interface PaceStore {
  /** Changes the state of an account, as if nobody else did so at the same moment, and gives the result. */
  update<T>(account: string, change: (state: PaceState) => Changed<T>): Promise<T>;
}

/** A state as it was left, and what came of leaving it so. */
export interface Changed<T> {
  readonly state: PaceState;
  readonly result: T;
}

/** The state of an account nobody has worked for yet. */
export const freshPace: PaceState = { notBefore: 0, lastWrite: 0, creations: [], line: [] };
