import type { ProcessId } from "../definition/index.ts";
import type { CheckedHandbook } from "../handbook/index.ts";
import type { RunRecord } from "../metrics/index.ts";
import type { RecordInput } from "../run/index.ts";

/** A pull request as GitHub has it at one moment, with the handbook on both sides of it. */
export interface ObservedPullRequest {
  readonly number: number;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  /** Login of whoever opened it. */
  readonly author: string;
  /** Login of whoever wished for what the bot has opened; nothing for one that somebody opened themselves. */
  readonly proposedBy?: string | undefined;
  /** The commit that it was opened with; nothing where that is not known. */
  readonly openedWith?: string | undefined;
  /** Number of the newest comment of somebody else; 0 where there is none. */
  readonly newestComment: number;
  /** Who of the team agreed to the newest commit since it is for its branch, by login. */
  readonly agreed: readonly string[];
  /** Every run under way in the repository, oldest first; empty where it is not the branch that runs follow. */
  readonly runs: readonly RunInFlight[];
  /** Past runs, where dates change that they tell something of; absent where none does, or it is not the branch that runs follow. */
  readonly pastRuns?: PastRunsRead | undefined;
  /** The readings that the bot has asked for because of it, oldest first; read only of one that is merged. */
  readonly readings: readonly ObservedReadingIssue[];
  /** Database id of the repository, and its address. */
  readonly repositoryId: number;
  readonly repositoryUrl: string;
  /** Whether a job builds the pages as they would be. */
  readonly offersPreview: boolean;
  /** The branch that it is for. */
  readonly baseBranch: string;
  /** When the branch that it is for was last changed; nothing where it has been the same since it was opened. */
  readonly retargetedAt?: string | undefined;
  /** The commit that is proposed. */
  readonly headSha: string;
  /** Paths in the repository of every file that differs. */
  readonly changedPaths: readonly string[];
  /** The handbook where the branches parted, and as it is proposed. */
  readonly before: CheckedHandbook;
  readonly after: CheckedHandbook;
  /** The bot's comment that says what the change means, the oldest where there are several. */
  readonly comment: ObservedNote | undefined;
  /** Other comments of the bot of that kind, which came to be when two of it were at work. */
  readonly twins: readonly ObservedNote[];
  /** The bot's newest check run on the head commit. */
  readonly check: ObservedCheck | undefined;
}

/** Records of past runs as far as they were read. */
export interface PastRunsRead {
  readonly records: readonly RunRecord[];
  /** Whether there are, or may be, older ones. */
  readonly hasOlder: boolean;
}

/** An issue in which the bot has asked somebody to read. */
export interface ObservedReadingIssue {
  readonly number: number;
  readonly key: string;
  readonly isOpen: boolean;
}

/** A comment of the bot, by its number. */
export interface ObservedNote {
  readonly id: number;
  readonly body: string;
}

/** A check run of the bot. `key` is what it was last written from. */
export interface ObservedCheck {
  readonly id: number;
  readonly key: string;
}

/** A comment of somebody else. */
export interface PullRequestComment {
  /** Later comments have higher numbers. */
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly isEdited: boolean;
}

/** A run that has begun and is open: the number of its issue, and the process it follows. */
export interface RunInFlight {
  readonly number: number;
  readonly process: ProcessId;
  /** The run itself and the text it follows; absent where it was not read, as of runs beyond the first few of a change. */
  readonly read?: Pick<RecordInput, "observed" | "handbook"> | undefined;
}
