import type { Change, RunIssues } from "../../core/run/index.ts";
import { type MutationField, mutationFields } from "./documents/mutations.ts";
import type { RepositoryIds } from "./repository-ids.ts";

/** One mutation with its input. */
export interface Mutation {
  readonly field: MutationField;
  readonly input: Readonly<Record<string, unknown>>;
}

/** GitHub's ids of what a change speaks of by number, login or name. People and labels it does not know are left out. */
interface Lookup {
  readonly repository: string;
  readonly run: string;
  /** Throws when the issue was not observed. */
  readonly issue: (number: number) => string;
  readonly users: (logins: readonly string[]) => string[];
  readonly labels: (names: readonly string[]) => string[];
  readonly stepType: string | undefined;
  readonly dueField: string | undefined;
}

type MutationOf<K extends Change["kind"]> = (
  change: Extract<Change, { kind: K }>,
  ids: Lookup,
) => Mutation | undefined;

const mutations: { readonly [K in Change["kind"]]: MutationOf<K> } = {
  "post-comment": ({ issue, body }, ids) => ({
    field: mutationFields.addComment,
    input: { subjectId: ids.issue(issue), body },
  }),
  "edit-comment": ({ comment, body }) => ({
    field: mutationFields.updateIssueComment,
    input: { id: comment, body },
  }),
  "delete-comment": ({ comment }) => ({
    field: mutationFields.deleteIssueComment,
    input: { id: comment },
  }),
  "create-label": ({ name, color, description }, { repository }) => ({
    field: mutationFields.createLabel,
    input: { repositoryId: repository, name, color, description },
  }),
  "create-step": ({ title, body, assignees, labels, dueDate }, ids) => ({
    field: mutationFields.createIssue,
    input: {
      repositoryId: ids.repository,
      parentIssueId: ids.run,
      title,
      body,
      assigneeIds: ids.users(assignees),
      labelIds: ids.labels(labels),
      ...(ids.stepType !== undefined && { issueTypeId: ids.stepType }),
      ...(ids.dueField !== undefined && { issueFields: [{ fieldId: ids.dueField, dateValue: dueDate }] }),
    },
  }),
  "link-blocked-by": ({ issue, blockedBy }, ids) => ({
    field: mutationFields.addBlockedBy,
    input: { issueId: ids.issue(issue), blockingIssueId: ids.issue(blockedBy) },
  }),
  "unlink-blocked-by": ({ issue, blockedBy }, ids) => ({
    field: mutationFields.removeBlockedBy,
    input: { issueId: ids.issue(issue), blockingIssueId: ids.issue(blockedBy) },
  }),
  "unlink-sub-issue": ({ issue }, ids) => ({
    field: mutationFields.removeSubIssue,
    input: { issueId: ids.run, subIssueId: ids.issue(issue) },
  }),
  "edit-issue": ({ issue, title, body }, ids) => ({
    field: mutationFields.updateIssue,
    input: {
      id: ids.issue(issue),
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
    },
  }),
  "close-issue": ({ issue, reason }, ids) => ({
    field: mutationFields.closeIssue,
    input: {
      issueId: ids.issue(issue),
      stateReason: reason === "completed" ? "COMPLETED" : "NOT_PLANNED",
    },
  }),
  "reopen-issue": ({ issue }, ids) => ({
    field: mutationFields.reopenIssue,
    input: { issueId: ids.issue(issue) },
  }),
  "add-assignees": ({ issue, logins }, ids) => ({
    field: mutationFields.addAssignees,
    input: { assignableId: ids.issue(issue), assigneeIds: ids.users(logins) },
  }),
  "remove-assignees": ({ issue, logins }, ids) => ({
    field: mutationFields.removeAssignees,
    input: { assignableId: ids.issue(issue), assigneeIds: ids.users(logins) },
  }),
  "add-labels": ({ issue, labels }, ids) => ({
    field: mutationFields.addLabels,
    input: { labelableId: ids.issue(issue), labelIds: ids.labels(labels) },
  }),
  "remove-labels": ({ issue, labels }, ids) => ({
    field: mutationFields.removeLabels,
    input: { labelableId: ids.issue(issue), labelIds: ids.labels(labels) },
  }),
  "set-due-date": ({ issue, date }, ids) =>
    ids.dueField === undefined
      ? undefined
      : {
          field: mutationFields.setIssueFieldValue,
          input: { issueId: ids.issue(issue), issueFields: [{ fieldId: ids.dueField, dateValue: date }] },
        },
  react: ({ comment, reaction }) => ({
    field: mutationFields.addReaction,
    input: { subjectId: comment, content: reaction },
  }),
};

/**
 * The mutation that carries out a change; nothing for one that this repository has no place for. Throws when it is to write
 * to an issue that was not observed: the run is to be read again then.
 */
export function mutationOf(change: Change, observed: RunIssues, ids: RepositoryIds): Mutation | undefined {
  const issue = (number: number) =>
    required(ids.issues.get(number) ?? observedId(number, observed), `issue #${number}`);
  // The table pairs each kind with its own change; TypeScript cannot see that through an index.
  const mutation = mutations[change.kind] as MutationOf<Change["kind"]>;
  return mutation(change, {
    repository: ids.repository,
    get run() {
      return issue(observed.run.number);
    },
    issue,
    users: (logins) => logins.flatMap((login) => ids.users.get(login.toLowerCase())?.id ?? []),
    labels: (names) => names.flatMap((name) => ids.labels.get(name) ?? []),
    stepType: ids.stepType,
    dueField: ids.dueField,
  });
}

/** An issue that GitHub has confirmed but does not show yet is known from its answer alone. */
function observedId(number: number, { steps }: RunIssues): string | undefined {
  return steps.find((issue) => issue.number === number)?.id;
}

function required(id: string | undefined, what: string): string {
  if (id === undefined)
    throw new Error(`${what} is to be written to but was not observed; the run is read again.`);
  return id;
}
