/** Something to be done for one installation of the App. */
export type Work =
  | Look
  | Review
  | TakeUp
  | Tick
  | Learn
  | RepositorySweep
  | { readonly kind: "sweep-everywhere" };

/** A look at one run. */
export interface Look {
  readonly kind: "look";
  /** The installation to act for; 0 where a token stands for the only one, as in Actions. */
  readonly account: number;
  readonly owner: string;
  readonly name: string;
  readonly run: number;
  /** The delivery that asked for it, for whoever reads the log; nothing when a sweep or another look did. */
  readonly delivery?: string | undefined;
  /** When that was heard, in milliseconds since 1970. */
  readonly heardAt?: number | undefined;
}

/** A look at one pull request. */
export interface Review {
  readonly kind: "review";
  readonly account: number;
  readonly owner: string;
  readonly name: string;
  readonly pull: number;
  /** Somebody asked for its check again. */
  readonly isAskedAgain?: boolean | undefined;
  /** The commit it has just been opened with. */
  readonly openedWith?: string | undefined;
  readonly delivery?: string | undefined;
}

/** A look at one issue in which somebody proposes a change of the handbook. */
export interface TakeUp {
  readonly kind: "take-up";
  readonly account: number;
  readonly owner: string;
  readonly name: string;
  readonly issue: number;
  readonly delivery?: string | undefined;
}

/** A look at one issue that asks somebody to read, whose box is ticked. */
export interface Tick {
  readonly kind: "tick";
  readonly account: number;
  readonly owner: string;
  readonly name: string;
  readonly issue: number;
  readonly delivery?: string | undefined;
}

/** A look at what runs of a repository suggest. */
export interface Learn {
  readonly kind: "learn";
  readonly account: number;
  readonly owner: string;
  readonly name: string;
  readonly delivery?: string | undefined;
  /** Whether it is the day on which new suggestions are made; else only the ticks of open ones are followed. */
  readonly isDay?: boolean | undefined;
}

/** A look at every open run of a repository, and at the starts that are due. */
export interface RepositorySweep {
  readonly kind: "sweep";
  readonly account: number;
  readonly owner: string;
  readonly name: string;
}

/** How much work there is, in all processes together. */
export interface QueueCounts {
  readonly waiting: number;
  /** Waiting for a moment: after a failure, or since the account may not write before. */
  readonly delayed: number;
  readonly active: number;
  /** Given up after the last try; a sweep finds what it left undone. */
  readonly dead: number;
}

/**
 * Work that is done one piece at a time for each key: at most one look at a run at any moment, in all processes that
 * share the queue. Work asked for while the same waits is done once; asked for while the same is being done, once more
 * afterwards, since it looks at everything anew.
 */
export interface WorkQueue {
  /** Where the work waits. */
  readonly kind: "memory" | "redis";
  /** Asks for work. Rejects when the queue cannot be reached: nothing was asked for then. */
  add(work: Work): Promise<void>;
  /**
   * Begins to work. A worker that throws {@link TooSoon} is asked again at that moment, as often as it takes; after any
   * other error it is asked again a few times with growing waits, then the work is dead.
   */
  start(worker: (work: Work) => Promise<void>): void;
  /** Asks for work again and again, this often, however many processes do so. */
  every(milliseconds: number, work: Work): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** When a repository was last swept to its end by any process, in milliseconds since 1970; nothing before the first. */
  sweptAt(): Promise<number | undefined>;
  /** Work that was given up, newest first, with why. */
  dead(): Promise<readonly DeadWork[]>;
  /** Takes on no more, and ends when what is in hand is done. */
  close(): Promise<void>;
}

/** Work that was given up. */
export interface DeadWork {
  readonly work: Work;
  readonly reason: string;
  readonly at: string;
}

/**
 * The account may not go on before a moment, given in milliseconds since 1970, which is so long from now. What was
 * written until then stands.
 */
export class TooSoon extends Error {
  override readonly name = "TooSoon";
  readonly notBefore: number;
  readonly wait: number;

  constructor(notBefore: number, wait: number) {
    super(
      `GitHub lets the bot make no more before ${new Date(notBefore).toISOString().slice(11, 16)} UTC; it goes on then.`,
    );
    this.notBefore = notBefore;
    this.wait = wait;
  }
}

/** What makes two pieces of work the same. */
export function keyOfWork(work: Work): string {
  if (work.kind === "sweep-everywhere") return work.kind;
  const repository = `${work.owner}/${work.name}`.toLowerCase();
  switch (work.kind) {
    case "look":
      return `look ${repository}#${work.run}`;
    case "review":
      return `review ${repository}#${work.pull}`;
    case "take-up":
    case "tick":
      return `${work.kind} ${repository}#${work.issue}`;
    case "learn":
      return `learn ${repository}${work.isDay ? " day" : ""}`;
    case "sweep":
      return `${work.kind} ${repository}`;
  }
}
