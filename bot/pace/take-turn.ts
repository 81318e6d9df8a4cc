import type { Changed, PaceState, PlaceInLine } from "../ports/pace.ts";

/** What a request is about to do. */
export interface Turn {
  readonly isWrite: boolean;
  /** From the start of one write to the start of the next, in milliseconds. */
  readonly spacing: number;
  /** Issues of steps it makes, and the run they are made for. */
  readonly steps: number;
  readonly run?: string | undefined;
  /** With it the run has all its steps, and leaves the line. */
  readonly isLastStep?: boolean | undefined;
  /** Comments and other issues it makes. */
  readonly words: number;
}

/** Whether the turn was taken. */
export interface TurnTaken {
  readonly isTaken: boolean;
  /** When to send the request; for a turn that was not taken, when to ask again. Milliseconds since 1970. */
  readonly at: number;
}

/** How much may be made in a while. */
export interface CreationLimit {
  readonly span: number;
  readonly most: number;
  /** So much of it is for steps; the rest is kept for answers, which are short and waited for. */
  readonly mostForSteps: number;
}

const [second, minute, hour] = [1000, 60_000, 3_600_000];

/**
 * What GitHub allows of content an account makes, web and both APIs together:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export const gitHubLimits: readonly CreationLimit[] = [
  { span: minute, most: 80, mostForSteps: 70 },
  { span: hour, most: 500, mostForSteps: 440 },
];

/** Whose turn it is may be this long between two of its requests; a run in line behind it is expected a while later. */
const [longestPause, grace] = [10 * second, minute];

/** A run in line asks again when a few writes have gone by, for each run before it; never all the time. */
const oneRun = ({ spacing }: Turn) => Math.max(5 * spacing, 50);

/**
 * Takes a turn, or says when to ask again: after the moment GitHub named; when content may be made again; when the runs
 * before this one have all their steps. Without limits nothing is counted and nobody waits in line.
 */
export function takeTurn(
  state: PaceState,
  turn: Turn,
  now: number,
  limits: readonly CreationLimit[],
): Changed<TurnTaken> {
  if (state.notBefore > now) return { state, result: { isTaken: false, at: state.notBefore } };
  if (!turn.isWrite) return { state, result: { isTaken: true, at: now } };
  const creations = state.creations.filter((moment) => moment > now - hour);
  const free = freeAt(creations, turn, now, limits);
  const isInLine = limits.length > 0 && turn.steps > 0 && turn.run !== undefined;
  const line = isInLine ? inLine(state.line, turn.run ?? "", now) : state.line;
  const before = isInLine ? line.findIndex(({ run }) => run === turn.run) : 0;
  if (before > 0 || free > now) {
    const at = Math.max(free, now) + before * oneRun(turn);
    return {
      state: { ...state, creations, line: expect(line, turn.run, at + grace, isInLine) },
      result: { isTaken: false, at },
    };
  }
  const at = Math.max(now, state.lastWrite + turn.spacing);
  const made = limits.length > 0 ? turn.steps + turn.words : 0;
  return {
    state: {
      ...state,
      lastWrite: at,
      creations: [...creations, ...Array.from({ length: made }, () => at)],
      line:
        isInLine && turn.isLastStep
          ? line.filter(({ run }) => run !== turn.run)
          : expect(line, turn.run, at + longestPause, isInLine),
    },
    result: { isTaken: true, at },
  };
}

/** The earliest moment at which all that a turn makes fits the limits; not after now when it does. */
function freeAt(
  creations: readonly number[],
  { steps, words }: Turn,
  now: number,
  limits: readonly CreationLimit[],
): number {
  const wanted = steps + words;
  if (wanted === 0) return now;
  const moments = limits.map(({ span, most, mostForSteps }) => {
    const within = creations.filter((moment) => moment > now - span);
    const tooMany = within.length + wanted - (steps > 0 ? mostForSteps : most);
    const leaving = within[Math.min(tooMany, within.length) - 1];
    return tooMany > 0 && leaving !== undefined ? leaving + span : now;
  });
  return Math.max(...moments, now);
}

/** The line with a run in it; whoever is first and has not come back is taken out. */
function inLine(line: readonly PlaceInLine[], run: string, now: number): readonly PlaceInLine[] {
  const first = line.findIndex((place) => place.run === run || place.expectedBy >= now);
  const present = first < 0 ? [] : line.slice(first);
  return present.some((place) => place.run === run) ? present : [...present, { run, expectedBy: now }];
}

function expect(
  line: readonly PlaceInLine[],
  run: string | undefined,
  expectedBy: number,
  isInLine: boolean,
): readonly PlaceInLine[] {
  return isInLine ? line.map((place) => (place.run === run ? { ...place, expectedBy } : place)) : line;
}
