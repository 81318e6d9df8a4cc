import type { Account, Instant } from "./accounts.ts";

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
