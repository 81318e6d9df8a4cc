import type { TimelineEvent } from "../timeline-event.ts";
import type { Account, Instant, Repository } from "./accounts.ts";
import type { IssueFieldValue, IssueType, Label } from "./labels-types-fields.ts";
import type { SubscriptionReason } from "./notification.ts";
import type { PullRequest } from "./pull-request.ts";

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
  reactions: Reaction[];
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  /** The repository it lives in when that is another one; null for ours. */
  readonly home: Repository | null;
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
  /** Sub-issues that live in another repository of the same owner; their numbers may be those of ours. */
  foreignSubIssues: Issue[];
  blockedBy: Dependency[];
  type: IssueType | null;
  fieldValues: Map<number, IssueFieldValue>;
  comments: Comment[];
  timeline: TimelineEvent[];
  subscribers: Map<string, SubscriptionReason>;
  /** What makes an issue a pull request: both share numbers, comments, labels and assignees. */
  readonly pull: PullRequest | null;
}
