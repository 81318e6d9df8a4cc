import type { Instant } from "../../metrics/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import type { Account } from "../people/account.ts";
import { commentByHand } from "./comment-by-hand.ts";

/** Nothing longer is read. */
export const longestReason = 1000;

/** Why somebody did something to an issue by hand, as they wrote it there; empty when they wrote nothing. */
export function reasonByHand(issue: Pick<ObservedIssue, "comments">, by: Account, at: Instant): string {
  return commentByHand(issue, by, at)?.body.trim().slice(0, longestReason) ?? "";
}
