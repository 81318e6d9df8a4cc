import type { Account, Instant } from "./accounts.ts";

/** Why somebody hears of an issue, in the words of GitHub's mail headers. */
export type SubscriptionReason = "assign" | "author" | "comment" | "mention" | "review_requested";

/** One mail a person would have had. `reason` is "assign", "mention" or "review_requested" when this very event did that. */
export interface Notification {
  readonly id: number;
  readonly recipient: Account;
  readonly issueNumber: number;
  readonly issueTitle: string;
  readonly reason: SubscriptionReason;
  readonly kind:
    | "opened"
    | "commented"
    | "edited"
    | "closed"
    | "reopened"
    | "assigned"
    | "review-requested"
    | "reviewed";
  readonly actor: Account;
  readonly at: Instant;
  /** What was written, in Markdown; empty when nothing was. */
  readonly text: string;
}
