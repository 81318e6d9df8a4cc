/** What an event says about a run, and for whom it was heard. */
export interface HeardRun {
  /** The installation the event came to; 0 where a token stands for the only one. */
  readonly account: number;
  readonly owner: string;
  readonly name: string;
  readonly run: number;
  readonly delivery: string;
}

/** An issue that was put below a run just now, or taken off it. */
export interface HeardStep {
  readonly issue: number;
  readonly isThere: boolean;
}

/** What an event says about a pull request. */
export interface HeardPull extends Omit<HeardRun, "run"> {
  readonly pull: number;
  /** Somebody asked for its check again. */
  readonly isAskedAgain?: boolean | undefined;
  /** The commit it has just been opened with. */
  readonly openedWith?: string | undefined;
}

/** What an event says about an issue that is no run. */
export interface HeardIssue extends Omit<HeardRun, "run"> {
  readonly issue: number;
}

/** Who listens to events. */
export interface Hearing {
  /** Notes that something happened to a run; ends when it is noted, not when it is looked at. */
  readonly heard: (run: HeardRun) => Promise<void>;
  /** Notes what was put below a run or taken off it, before anything looks at the run. */
  readonly joined: (run: HeardRun, step: HeardStep) => void;
  /** Notes that something happened to a pull request. */
  readonly proposed: (pull: HeardPull) => Promise<void>;
  /** Notes that something happened to an issue in which somebody proposes a change. */
  readonly wished: (proposal: HeardIssue) => Promise<void>;
  /** Notes that the box of an issue that asks somebody to read is ticked. */
  readonly ticked: (reading: HeardIssue) => Promise<void>;
  /** Notes that somebody may have chosen among the suggestions of a pull request. */
  readonly chosen: (repository: Omit<HeardRun, "run">) => Promise<void>;
  /** Whether an account is the bot's own, by its database id, as far as the bot has learnt it. */
  readonly isOurselves: (account: number) => boolean;
}
