import type { Account, Actor, Comment, Commit, Instant, Issue, IssueType, Label, Review } from "./types.ts";

/** Something that happened, as GitHub's webhooks tell it; `name` and `action` are the webhook's own. */
export type GitHubEvent = { readonly actor: Actor; readonly at: Instant } & EventDetail;

export type EventDetail =
  | {
      name: "issues";
      action: "opened" | "closed" | "reopened" | "deleted" | "locked" | "unlocked";
      issue: Issue;
    }
  | { name: "issues"; action: "edited"; issue: Issue; changes: TextChanges }
  | { name: "issues"; action: "assigned" | "unassigned"; issue: Issue; assignee: Account }
  | { name: "issues"; action: "labeled" | "unlabeled"; issue: Issue; label: Label }
  | { name: "issues"; action: "typed" | "untyped"; issue: Issue; type: IssueType }
  | { name: "issue_comment"; action: "created" | "deleted"; issue: Issue; comment: Comment }
  | { name: "issue_comment"; action: "edited"; issue: Issue; comment: Comment; changes: TextChanges }
  | {
      name: "sub_issues";
      action: "sub_issue_added" | "sub_issue_removed" | "parent_issue_added" | "parent_issue_removed";
      parent: Issue;
      subIssue: Issue;
    }
  | {
      name: "issue_dependencies";
      action: "blocked_by_added" | "blocked_by_removed" | "blocking_added" | "blocking_removed";
      blocked: Issue;
      blocking: Issue;
    }
  | { name: "label"; action: "created" | "deleted"; label: Label }
  | { name: "label"; action: "edited"; label: Label; changes: LabelChanges }
  | { name: "push"; action: null; branch: string; before: Commit | null; after: Commit | null }
  | { name: "pull_request"; action: "opened" | "closed" | "reopened"; issue: Issue }
  | { name: "pull_request_review"; action: "submitted"; issue: Issue; review: Review }
  | { name: "pull_request"; action: "edited"; issue: Issue; changes: PullRequestChanges }
  | { name: "pull_request"; action: "synchronize"; issue: Issue; before: string; after: string };

/** What the text said before, for each part that changed. */
export interface TextChanges {
  readonly title?: { readonly from: string };
  readonly body?: { readonly from: string };
}

/** Besides texts the branch that it is for, and the commit that this was at. */
export interface PullRequestChanges extends TextChanges {
  readonly base?: { readonly ref: { readonly from: string }; readonly sha: { readonly from: string } };
}

export interface LabelChanges {
  readonly name?: { readonly from: string };
  readonly color?: { readonly from: string };
  readonly description?: { readonly from: string };
}
