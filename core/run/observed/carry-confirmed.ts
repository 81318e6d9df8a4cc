import type { Change } from "../changes/change.ts";
import { type AppliedChange, foldAnswers } from "./fold-answers.ts";
import type { ObservedIssue, RunIssues } from "./observed-run.ts";

/** A change that GitHub has confirmed, with the run as it was right before. */
export interface Confirmed {
  readonly applied: AppliedChange;
  readonly before: RunIssues;
}

/**
 * An observation with what GitHub has confirmed and does not show yet: reads may lag behind writes, and lists behind both. What
 * has become otherwise since is believed, not what was confirmed. Gives the changes that are still not shown, too.
 */
export function carryConfirmed<R extends RunIssues>(
  observed: R,
  confirmed: readonly Confirmed[],
): { readonly observed: R; readonly hidden: readonly Confirmed[] } {
  const hidden: Confirmed[] = [];
  let carried = observed;
  for (const one of confirmed) {
    if (isShown(one, carried)) continue;
    hidden.push(one);
    carried = foldAnswers(carried, [one.applied]);
  }
  return { observed: carried, hidden };
}

function isShown({ applied, before }: Confirmed, now: RunIssues): boolean {
  const { change, comment, issue } = applied;
  switch (change.kind) {
    case "create-label":
      return now.repository.labels.includes(change.name);
    case "create-step":
      return !issue || now.steps.some(({ number }) => number === issue.number);
    case "unlink-sub-issue":
      return !now.steps.some(({ number }) => number === change.issue);
    case "delete-comment":
      return !commentIn(now, change.comment);
    case "post-comment":
      return !comment || !issueIn(now, change.issue) || commentIn(now, comment.id) !== undefined;
    case "edit-comment": {
      const there = commentIn(now, change.comment);
      // Only a text that we have replaced is an old one; any other is newer than ours.
      return there === undefined || there.body !== commentIn(before, change.comment)?.body;
    }
    case "react":
      return commentIn(now, change.comment)?.hasOurReaction ?? true;
    default: {
      const there = issueIn(now, change.issue);
      const was = issueIn(before, change.issue);
      return !there || !was || isIssueShown(change, there, was);
    }
  }
}

type OfIssue = Exclude<
  Change,
  {
    kind:
      | "create-label"
      | "create-step"
      | "unlink-sub-issue"
      | "delete-comment"
      | "post-comment"
      | "edit-comment"
      | "react";
  }
>;

/** How often an issue was closed and opened tells a lag from what somebody did since. */
function isIssueShown(change: OfIssue, now: ObservedIssue, was: ObservedIssue): boolean {
  switch (change.kind) {
    case "close-issue":
      return now.closings > was.closings;
    case "reopen-issue":
      return now.reopenings > was.reopenings;
    case "edit-issue":
      return (
        (change.body === undefined || now.body !== was.body) &&
        (change.title === undefined || now.title !== was.title)
      );
    case "add-labels":
      return change.labels.every((label) => now.labels.includes(label));
    case "remove-labels":
      return !change.labels.some((label) => now.labels.includes(label));
    case "add-assignees":
      return change.logins.every((login) => now.assignees.includes(login));
    case "remove-assignees":
      return !change.logins.some((login) => now.assignees.includes(login));
    case "unlink-blocked-by":
      return !now.blockedBy.includes(change.blockedBy);
    case "link-blocked-by":
      return now.blockedBy.includes(change.blockedBy);
    case "set-due-date":
      return now.dating?.date === change.date || now.dating?.at !== was.dating?.at;
  }
}

function issueIn({ run, steps }: RunIssues, number: number): ObservedIssue | undefined {
  return [run, ...steps].find((issue) => issue.number === number);
}

function commentIn({ run, steps }: RunIssues, id: string) {
  return [run, ...steps].flatMap(({ comments }) => comments).find((comment) => comment.id === id);
}
