import type { EventDetail, GitHubEvent } from "./events.ts";
import type { Account, Actor, AppRegistration, Instant, Permission, Repository } from "./types/accounts.ts";
import type { Issue } from "./types/issue.ts";
import type { IssueField, IssueType, Label } from "./types/labels-types-fields.ts";
import type { Notification } from "./types/notification.ts";
import type { CheckRun } from "./types/pull-request.ts";

export type * from "./types/accounts.ts";
export * from "./types/issue.ts";
export type * from "./types/labels-types-fields.ts";
export type * from "./types/notification.ts";
export type * from "./types/pull-request.ts";

export interface Commit {
  readonly sha: string;
  readonly treeSha: string;
  readonly parentSha: string | null;
  readonly message: string;
  readonly author: Account;
  readonly committedAt: Instant;
  readonly files: ReadonlyMap<string, string>;
}

/** Everything the local GitHub knows. Only the operations of this folder change it. */
export interface GitHubState {
  readonly repository: Repository;
  readonly app: AppRegistration;
  readonly accounts: Map<string, Account>;
  readonly permissions: Map<string, Permission>;
  readonly labels: Label[];
  readonly issueTypes: readonly IssueType[];
  readonly issueFields: readonly IssueField[];
  readonly issues: Map<number, Issue>;
  readonly deletedNumbers: Set<number>;
  /** All commits, of whatever branch, oldest first. */
  readonly commits: Commit[];
  /** The last commit's SHA by branch. */
  readonly branches: Map<string, string>;
  readonly checkRuns: CheckRun[];
  readonly notifications: Notification[];
  readonly counters: { id: number; number: number; tick: number };
  /** By parent number, the request that last added a sub-issue. */
  readonly lastAdditions: Map<number, Span>;
  /** Called at once, in order, for everything that happens: what webhooks are made from. */
  readonly listeners: ((event: GitHubEvent) => void)[];
}

/** The life of one request, in ticks of the sandbox, so that requests under way at the same time can be told. */
export interface Span {
  /** How many issues and comments it has made so far. */
  creations: number;
  readonly began: number;
  /** Null while it is not answered. */
  ended: number | null;
}

/** One request at work on the state: who asks, and when. */
export interface Act {
  readonly state: GitHubState;
  readonly actor: Actor;
  readonly now: Instant;
  readonly span: Span;
  /** Where events wait that are to be told later; without it they are told at once. */
  readonly held?: EventDetail[];
}
