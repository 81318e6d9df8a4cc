import type { Account, Instant } from "./accounts.ts";

export interface PullRequest {
  /** The database id as a pull request; as an issue it has another. */
  readonly id: number;
  readonly headBranch: string;
  readonly draft: boolean;
  /** The branch that it is to be merged into. */
  baseBranch: string;
  /** Where that branch stood when it was deleted; null while it is there. */
  deletedBaseSha: string | null;
  /** The last commit of the head branch, also after the branch is gone. */
  headSha: string;
  /** Whose review was asked for. */
  requestedReviewers: Account[];
  /** Oldest first. */
  reviews: Review[];
  merged: { readonly at: Instant; readonly by: Account; readonly sha: string } | null;
}

/** What somebody says of a pull request as a whole. */
export interface Review {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly body: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
  /** The commit that was looked at. */
  readonly commitSha: string;
  readonly submittedAt: Instant;
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
