import type { Account, Instant, IssueField, IssueFieldValue, IssueType, StateReason } from "./types.ts";

/** A line of an issue's history. */
export interface TimelineEvent {
  readonly id: number;
  readonly nodeId: string;
  readonly actor: Account;
  readonly createdAt: Instant;
  readonly viaApp: boolean;
  readonly detail: TimelineDetail;
}

export type TimelineDetail =
  | { event: "closed"; stateReason: StateReason }
  | { event: "reopened" }
  | { event: "assigned" | "unassigned"; assignee: Account }
  | { event: "labeled" | "unlabeled"; label: { name: string; color: string }; labelId: number }
  | { event: "renamed"; from: string; to: string }
  | { event: "base_ref_changed"; previousBase: string; currentBase: string }
  | { event: "automatic_base_change_succeeded"; oldBase: string; newBase: string }
  | { event: "locked"; lockReason: string | null }
  | { event: "unlocked" }
  | { event: "sub_issue_added" | "sub_issue_removed"; subIssueNumber: number }
  | { event: "parent_issue_added" | "parent_issue_removed"; parentNumber: number }
  | { event: "blocked_by_added" | "blocked_by_removed"; blockingNumber: number }
  | { event: "blocking_added" | "blocking_removed"; blockedNumber: number }
  | { event: "issue_type_added" | "issue_type_removed"; type: IssueType }
  | { event: "issue_field_added"; field: IssueField; value: IssueFieldValue }
  | {
      event: "issue_field_changed";
      field: IssueField;
      value: IssueFieldValue;
      previousValue: IssueFieldValue;
    }
  | { event: "issue_field_removed"; field: IssueField };
