import type { CheckedHandbook } from "../handbook/index.ts";

/** A commit that somebody proposes to merge into a branch: what the check of a pull request is decided by. */
export interface ProposedMerge {
  /** Number of the pull request. */
  readonly number: number;
  /** Login of whoever opened it. */
  readonly author: string;
  /** The commit that it was opened with; nothing where that is not known. */
  readonly openedWith?: string | undefined;
  /** Who of the team agreed to the newest commit since it is for its branch, by login. */
  readonly agreed: readonly string[];
  /** The branch that it is for. */
  readonly baseBranch: string;
  /** When the branch that it is for was last changed; nothing where it has been the same since it was opened. */
  readonly retargetedAt?: string | undefined;
  /** The commit that is proposed. */
  readonly headSha: string;
  /** Paths in the repository of every file that differs; of one that is renamed both. */
  readonly changedPaths: readonly string[];
  /** The handbook where the branches parted, and as it is proposed. */
  readonly before: CheckedHandbook;
  readonly after: CheckedHandbook;
  /** The handbook of the branch that it is for, as it stands there now: who has to agree is read from it alone. */
  readonly current: CheckedHandbook;
  /** The bot's comment that says what the change means, the oldest where there are several. */
  readonly comment: ObservedNote | undefined;
}

/** A comment of the bot, by its number. */
export interface ObservedNote {
  readonly id: number;
  /** As the bot wrote it last, with its notes opened; empty where GitHub no longer has that. */
  readonly body: string;
  /** As it stands where somebody else has changed it since, with the notes in it that hold; absent where nobody has. */
  readonly changedTo?: string | undefined;
}

/** A check run of the bot. `key` is what it was last written from. */
export interface ObservedCheck {
  readonly id: number;
  readonly key: string;
}

/** A commit with every open pull request that proposes it: GitHub shows the check of a commit on all of them. */
export interface ProposedCommit {
  readonly headSha: string;
  /** The bot's newest check run on it. */
  readonly check: ObservedCheck | undefined;
  /** The open pull requests that were read, by number. */
  readonly merges: readonly ProposedMerge[];
  /** How many more there are, which were not read. */
  readonly unread: number;
}
