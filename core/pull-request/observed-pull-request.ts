import type { ProcessId } from "../definition/index.ts";
import type { RunRecord } from "../metrics/index.ts";
import type { RecordInput } from "../run/index.ts";
import type { ObservedNote, ProposedCommit, ProposedMerge } from "./proposed-merge.ts";

/** A pull request as GitHub has it at one moment, with the handbook on both sides of it. */
export interface ObservedPullRequest extends ProposedMerge {
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  /** Login of whoever wished for what the bot has opened; nothing for one that somebody opened themselves. */
  readonly proposedBy?: string | undefined;
  /** Number of the newest comment of somebody else; 0 where there is none. */
  readonly newestComment: number;
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
  /** What tells the settings of the branch that runs follow from any others; absent where it is for another branch. */
  readonly rules?: string | undefined;
  /** Other comments of the bot of that kind, which came to be when two of it were at work. */
  readonly twins: readonly ObservedNote[];
  /** Numbers of the other open pull requests with the same newest commit, in order. */
  readonly beside: readonly number[];
  /** The commits whose check it has a part in: its newest one, and one that it had before where others still propose that. */
  readonly commits: readonly ProposedCommit[];
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
