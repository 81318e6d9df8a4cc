import { requireTriage } from "../../state/authority.ts";
import { createIssue } from "../../state/create-issue.ts";
import { defineMutation } from "../define-type.ts";
import { accountById, checkRepositoryId, issueById, issueTypeById, labelById } from "../find-node.ts";
import { type FieldInput, readFieldInputs } from "../read-field-inputs.ts";
import { refuseUnmodelled } from "../refuse-unmodelled.ts";

interface CreateIssueInput {
  readonly repositoryId: string;
  readonly title: string;
  readonly body?: string | null;
  readonly assigneeIds?: readonly string[] | null;
  readonly labelIds?: readonly string[] | null;
  readonly issueTypeId?: string | null;
  readonly parentIssueId?: string | null;
  readonly issueFields?: readonly FieldInput[] | null;
}

const unmodelled = ["milestoneId", "projectIds", "projectV2Ids", "issueTemplate", "agentAssignment"];

/**
 * One call carries parent, assignees, labels, type and fields. Every id is resolved and every assignee checked before
 * anything is made; that an unassignable person fails the whole call (as REST documents) is our conservative reading.
 */
export const createIssueMutation = defineMutation<CreateIssueInput>((input, { act }) => {
  refuseUnmodelled("createIssue", input, unmodelled);
  checkRepositoryId(act, input.repositoryId);
  const needsTriage = [input.assigneeIds, input.labelIds, input.issueFields].some(
    (list) => (list?.length ?? 0) > 0,
  );
  if (needsTriage || input.issueTypeId != null || input.parentIssueId != null) requireTriage(act);
  const { values } = readFieldInputs(act, input.issueFields ?? []);
  const issue = createIssue(act, {
    title: input.title,
    body: input.body ?? "",
    assignees: (input.assigneeIds ?? []).map((id) => accountById(act, id)),
    labels: (input.labelIds ?? []).map((id) => labelById(act, id)),
    type: input.issueTypeId == null ? null : issueTypeById(act, input.issueTypeId),
    parent: input.parentIssueId == null ? null : issueById(act, input.parentIssueId),
    fieldValues: values,
  });
  return { issue };
});
