import type { EventDetail, GitHubEvent } from "./events.ts";
import type { TimelineEvent } from "./timeline-event.ts";

/** A moment as GitHub writes it: ISO 8601 in UTC, whole seconds, such as `2026-03-02T08:00:00Z`. */
export type Instant = string;

/** What a person may do in the repository; "none" is somebody from outside. */
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export interface Account {
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly name: string;
  readonly type: "User" | "Organization" | "Bot";
  readonly createdAt: Instant;
}

/** Who does something: a person, the installed App, or the token of an Actions job. */
export interface Actor {
  readonly account: Account;
  readonly permission: Permission;
  readonly kind: "user" | "app" | "actions";
}

export interface Repository {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly name: string;
  readonly fullName: string;
  readonly visibility: "public" | "private";
  readonly defaultBranch: string;
  readonly createdAt: Instant;
}

export interface AppRegistration {
  readonly id: number;
  readonly nodeId: string;
  readonly slug: string;
  readonly installationId: number;
  readonly bot: Account;
  /** What its tokens may do, such as `issues: "write"`. */
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly createdAt: Instant;
}

export interface Label {
  readonly id: number;
  readonly nodeId: string;
  name: string;
  color: string;
  description: string | null;
  readonly isDefault: boolean;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface IssueType {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly description: string;
  readonly color: string;
  readonly createdAt: Instant;
}

export interface IssueFieldOption {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly color: string;
}

export interface IssueField {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly description: string;
  readonly dataType: "date" | "text" | "number" | "single_select";
  readonly options: readonly IssueFieldOption[];
  readonly createdAt: Instant;
}

/** A date is `YYYY-MM-DD`; a single select holds the option's database id. */
export type IssueFieldValue = string | number;

/** One version of a text: who wrote it, when, and what it said from then on. */
export interface ContentEdit {
  readonly id: number;
  readonly nodeId: string;
  readonly editor: Account;
  readonly editedAt: Instant;
  readonly body: string;
}

/** Comments that were edited keep every version; an unedited text has no edits at all, as on GitHub. */
export interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly issueNumber: number;
  readonly author: Account;
  readonly viaApp: boolean;
  readonly createdAt: Instant;
  updatedAt: Instant;
  body: string;
  edits: ContentEdit[];
  minimizedReason: string | null;
  reactions: Reaction[];
}

/** What GitHub lets people react with, as its GraphQL API spells it. */
export const reactionContents = [
  "THUMBS_UP",
  "THUMBS_DOWN",
  "LAUGH",
  "HOORAY",
  "CONFUSED",
  "HEART",
  "ROCKET",
  "EYES",
] as const;

export type ReactionContent = (typeof reactionContents)[number];

export interface Reaction {
  readonly nodeId: string;
  readonly id: number;
  readonly account: Account;
  readonly content: ReactionContent;
  readonly createdAt: Instant;
}

export type StateReason = "completed" | "not_planned" | "duplicate" | "reopened";

export interface Dependency {
  readonly blockingNumber: number;
  readonly addedAt: Instant;
}

export interface Issue {
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly author: Account;
  readonly viaApp: boolean;
  readonly createdAt: Instant;
  updatedAt: Instant;
  title: string;
  body: string;
  edits: ContentEdit[];
  state: "open" | "closed";
  stateReason: StateReason | null;
  closedAt: Instant | null;
  closedBy: Account | null;
  labels: Label[];
  assignees: Account[];
  locked: boolean;
  lockReason: string | null;
  parentNumber: number | null;
  subIssueNumbers: number[];
  blockedBy: Dependency[];
  type: IssueType | null;
  fieldValues: Map<number, IssueFieldValue>;
  comments: Comment[];
  timeline: TimelineEvent[];
  subscribers: Map<string, SubscriptionReason>;
  /** What makes an issue a pull request: both share numbers, comments, labels and assignees. */
  readonly pull: PullRequest | null;
}

export interface PullRequest {
  /** The database id as a pull request; as an issue it has another. */
  readonly id: number;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly draft: boolean;
  /** The last commit of the head branch, also after the branch is gone. */
  headSha: string;
  merged: { readonly at: Instant; readonly by: Account; readonly sha: string } | null;
}

export interface CheckRun {
  readonly id: number;
  readonly nodeId: string;
  readonly app: Account;
  readonly headSha: string;
  name: string;
  status: string;
  conclusion: string | null;
  startedAt: Instant | null;
  completedAt: Instant | null;
  detailsUrl: string | null;
  externalId: string;
  title: string | null;
  summary: string | null;
  text: string | null;
  /** As they were sent; later updates add to them. */
  annotations: readonly object[];
}

/** Why somebody hears of an issue, in the words of GitHub's mail headers. */
export type SubscriptionReason = "assign" | "author" | "comment" | "mention";

/** One mail a person would have had. `reason` is "assign" or "mention" when this very event did that. */
export interface Notification {
  readonly id: number;
  readonly recipient: Account;
  readonly issueNumber: number;
  readonly issueTitle: string;
  readonly reason: SubscriptionReason;
  readonly kind: "opened" | "commented" | "edited" | "closed" | "reopened" | "assigned";
  readonly actor: Account;
  readonly at: Instant;
  /** What was written, in Markdown; empty when nothing was. */
  readonly text: string;
}

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
