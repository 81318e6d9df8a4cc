/** The sandbox's idea of now; everything that carries a time takes it from here. */
export interface SandboxClock {
  /** ISO 8601 in UTC, with milliseconds. */
  now(): string;
  /** Moves to this instant, forwards or backwards. Throws when it is no date. */
  set(iso: string): void;
}

export interface ClockOptions {
  /** Where to begin; default: the real time. */
  readonly now?: string | undefined;
  /** Whether time stands still between moves, as tests want it. Default: it runs. */
  readonly frozen?: boolean | undefined;
  /** The real time in milliseconds; tests may bring their own. */
  readonly realTime?: (() => number) | undefined;
}

/** A clock that runs with real time from wherever it was set, or stands still when `frozen`. */
export function createClock(options: ClockOptions = {}): SandboxClock {
  const { frozen = false, realTime = Date.now } = options;
  let startedAt = realTime();
  let base = startedAt;
  const instantAt = (elapsed: number) => new Date(base + elapsed).toISOString();
  let still = instantAt(0);
  const clock: SandboxClock = {
    now: () => (frozen ? still : instantAt(realTime() - startedAt)),
    set(iso) {
      const milliseconds = Date.parse(iso);
      if (Number.isNaN(milliseconds))
        throw new Error(`Unexpected instant "${iso}", expected ISO 8601 such as 2026-03-02T08:00:00Z.`);
      base = milliseconds;
      startedAt = realTime();
      still = instantAt(0);
    },
  };
  if (options.now !== undefined) clock.set(options.now);
  return clock;
}
