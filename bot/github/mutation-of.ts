import type { Change, ObservedRun } from "../../core/run/index.ts";
import { type MutationField, mutationFields } from "./documents/mutations.ts";
import type { RepositoryIds } from "./repository-ids.ts";

/** One mutation with its input. */
export interface Mutation {
  readonly field: MutationField;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The mutation that carries out a change; nothing for one that this repository has no place for. */
export function mutationOf(change: Change, observed: ObservedRun, ids: RepositoryIds): Mutation | undefined {
  const issue = (number: number) => required(ids.issues.get(number), `issue #${number}`);
  const users = (logins: readonly string[]) =>
    logins.flatMap((login) => ids.users.get(login.toLowerCase()) ?? []);
  const labels = (names: readonly string[]) => names.flatMap((name) => ids.labels.get(name) ?? []);
  switch (change.kind) {
    case "post-comment":
      return {
        field: mutationFields.addComment,
        input: { subjectId: issue(change.issue), body: change.body },
      };
    case "edit-comment":
      return { field: mutationFields.updateIssueComment, input: { id: change.comment, body: change.body } };
    case "create-label": {
      const { name, color, description } = change;
      return {
        field: mutationFields.createLabel,
        input: { repositoryId: ids.repository, name, color, description },
      };
    }
    case "create-step":
      return {
        field: mutationFields.createIssue,
        input: {
          repositoryId: ids.repository,
          parentIssueId: issue(observed.run.number),
          title: change.title,
          body: change.body,
          assigneeIds: users(change.assignees),
          labelIds: labels(change.labels),
          ...(ids.stepType !== undefined && { issueTypeId: ids.stepType }),
          ...(ids.dueField !== undefined && {
            issueFields: [{ fieldId: ids.dueField, dateValue: change.dueDate }],
          }),
        },
      };
    case "link-blocked-by":
      return {
        field: mutationFields.addBlockedBy,
        input: { issueId: issue(change.issue), blockingIssueId: issue(change.blockedBy) },
      };
    case "unlink-sub-issue":
      return {
        field: mutationFields.removeSubIssue,
        input: { issueId: issue(observed.run.number), subIssueId: issue(change.issue) },
      };
    case "edit-issue": {
      const { title, body } = change;
      return {
        field: mutationFields.updateIssue,
        input: {
          id: issue(change.issue),
          ...(title !== undefined && { title }),
          ...(body !== undefined && { body }),
        },
      };
    }
    case "close-issue": {
      const stateReason = change.reason === "completed" ? "COMPLETED" : "NOT_PLANNED";
      return { field: mutationFields.closeIssue, input: { issueId: issue(change.issue), stateReason } };
    }
    case "reopen-issue":
      return { field: mutationFields.reopenIssue, input: { issueId: issue(change.issue) } };
    case "add-assignees":
      return {
        field: mutationFields.addAssignees,
        input: { assignableId: issue(change.issue), assigneeIds: users(change.logins) },
      };
    case "remove-assignees":
      return {
        field: mutationFields.removeAssignees,
        input: { assignableId: issue(change.issue), assigneeIds: users(change.logins) },
      };
    case "add-labels":
      return {
        field: mutationFields.addLabels,
        input: { labelableId: issue(change.issue), labelIds: labels(change.labels) },
      };
    case "remove-labels":
      return {
        field: mutationFields.removeLabels,
        input: { labelableId: issue(change.issue), labelIds: labels(change.labels) },
      };
    case "set-due-date":
      if (ids.dueField === undefined) return undefined;
      return {
        field: mutationFields.setIssueFieldValue,
        input: {
          issueId: issue(change.issue),
          issueFields: [{ fieldId: ids.dueField, dateValue: change.date }],
        },
      };
    case "react":
      return {
        field: mutationFields.addReaction,
        input: { subjectId: change.comment, content: change.reaction },
      };
  }
}

function required(id: string | undefined, what: string): string {
  if (id === undefined)
    throw new Error(`${what} is to be written to but was not observed; the run is read again.`);
  return id;
}
