import { findMentions } from "../markdown/find-mentions.ts";
import { nextId } from "./next-id.ts";
import type { Account, Act, Issue, Notification, SubscriptionReason } from "./types.ts";

interface Occasion {
  readonly kind: Notification["kind"];
  /** The text that was written; its mentions are told even when they did not follow the issue. */
  readonly text: string;
  /** People told with reason "assign". */
  readonly assigned?: readonly Account[];
  /** People told with reason "review_requested". */
  readonly reviewers?: readonly Account[];
  /** Whether everybody who follows the issue is told, or only those addressed. */
  readonly toSubscribers: boolean;
  /** Mentions that were there before, so an edit tells only the people it adds. */
  readonly alreadyMentioned?: readonly string[];
}

/**
 * Records the mails GitHub would send: to people addressed by this event, and to followers of the issue.
 * The one who acts is never told, and neither are bots. Watching a whole repository is not modelled.
 * https://docs.github.com/en/account-and-profile/managing-subscriptions-and-notifications-on-github
 */
export function notify(act: Act, issue: Issue, occasion: Occasion): void {
  const reasons = new Map<string, SubscriptionReason>();
  if (occasion.toSubscribers) for (const [login, reason] of issue.subscribers) reasons.set(login, reason);
  for (const account of occasion.assigned ?? []) address(account.login, "assign");
  for (const account of occasion.reviewers ?? []) address(account.login, "review_requested");
  for (const login of findMentions(occasion.text))
    if (!occasion.alreadyMentioned?.includes(login)) address(login, "mention");

  for (const [login, reason] of reasons) {
    const recipient = act.state.accounts.get(login);
    if (recipient === undefined || recipient.id === act.actor.account.id) continue;
    act.state.notifications.push({
      id: nextId(act.state),
      recipient,
      issueNumber: issue.number,
      issueTitle: issue.title,
      reason,
      kind: occasion.kind,
      actor: act.actor.account,
      at: act.now,
      text: occasion.text,
    });
  }

  function address(login: string, reason: SubscriptionReason): void {
    const account = act.state.accounts.get(login.toLowerCase());
    if (account?.type !== "User") return;
    reasons.set(account.login.toLowerCase(), reason);
    subscribe(issue, account, reason);
  }
}

/** Makes `account` a follower of the issue; who already follows keeps the first reason. */
export function subscribe(issue: Issue, account: Account, reason: SubscriptionReason): void {
  const key = account.login.toLowerCase();
  if (account.type === "User" && !issue.subscribers.has(key)) issue.subscribers.set(key, reason);
}
