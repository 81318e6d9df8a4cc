import type { CivilDate } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";

/**
 * One thing to be written to GitHub. Each compares wanted with observed where it is decided, so that carrying out
 * the same decision twice changes nothing the second time. Issues are named by their number in the repository.
 */
export type Change =
  | { readonly kind: "post-comment"; readonly issue: number; readonly body: string }
  | { readonly kind: "edit-comment"; readonly comment: string; readonly body: string }
  | { readonly kind: "delete-comment"; readonly comment: string }
  | {
      readonly kind: "create-step";
      readonly step: StepId;
      readonly title: string;
      readonly body: string;
      readonly assignees: readonly string[];
      readonly labels: readonly string[];
      readonly dueDate: CivilDate;
    }
  | {
      readonly kind: "create-label";
      readonly name: string;
      readonly color: string;
      readonly description: string;
    }
  | { readonly kind: "link-blocked-by"; readonly issue: number; readonly blockedBy: number }
  | { readonly kind: "unlink-blocked-by"; readonly issue: number; readonly blockedBy: number }
  | { readonly kind: "unlink-sub-issue"; readonly issue: number }
  | { readonly kind: "edit-issue"; readonly issue: number; readonly title?: string; readonly body?: string }
  | { readonly kind: "close-issue"; readonly issue: number; readonly reason: "completed" | "not-planned" }
  | { readonly kind: "reopen-issue"; readonly issue: number }
  | { readonly kind: "add-assignees"; readonly issue: number; readonly logins: readonly string[] }
  | { readonly kind: "remove-assignees"; readonly issue: number; readonly logins: readonly string[] }
  | { readonly kind: "add-labels"; readonly issue: number; readonly labels: readonly string[] }
  | { readonly kind: "remove-labels"; readonly issue: number; readonly labels: readonly string[] }
  | { readonly kind: "set-due-date"; readonly issue: number; readonly date: CivilDate }
  | { readonly kind: "react"; readonly comment: string; readonly reaction: "THUMBS_UP" | "EYES" };
