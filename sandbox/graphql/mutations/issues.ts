import { setAssignees } from "../../state/assign.ts";
import {
  requireAdmin,
  requireClose,
  requireEdit,
  requireTriage,
  requireWrite,
} from "../../state/authority.ts";
import { closeIssue, reopenIssue } from "../../state/close-issue.ts";
import { deleteIssue } from "../../state/delete-issue.ts";
import { editIssue } from "../../state/edit-issue.ts";
import { setLabels } from "../../state/label-issue.ts";
import { lockIssue, unlockIssue } from "../../state/lock-issue.ts";
import { setIssueType } from "../../state/set-issue-type.ts";
import type { StateReason } from "../../state/types.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { accountById, issueById, issueTypeById, labelById } from "../find-node.ts";
import { refuseUnmodelled } from "../refuse-unmodelled.ts";

interface UpdateIssueInput {
  readonly id: string;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly state?: "OPEN" | "CLOSED" | null;
  readonly assigneeIds?: readonly string[] | null;
  readonly labelIds?: readonly string[] | null;
  readonly issueTypeId?: string | null;
}

const updateIssue = defineMutation<UpdateIssueInput>((input, { act }) => {
  refuseUnmodelled("updateIssue", input, ["milestoneId", "projectIds", "agentAssignment"]);
  const issue = issueById(act, input.id);
  const assignees = input.assigneeIds?.map((id) => accountById(act, id));
  const labels = input.labelIds?.map((id) => labelById(act, id));
  const type = input.issueTypeId == null ? input.issueTypeId : issueTypeById(act, input.issueTypeId);
  if (input.title != null || input.body != null) requireEdit(act, issue);
  if (assignees !== undefined || labels !== undefined || type !== undefined) requireTriage(act);
  if (input.state != null) requireClose(act, issue);

  if (assignees !== undefined) setAssignees(act, issue, assignees);
  editIssue(act, issue, {
    ...(input.title != null && { title: input.title }),
    ...(input.body != null && { body: input.body }),
  });
  if (labels !== undefined) setLabels(act, issue, labels);
  if (type !== undefined) setIssueType(act, issue, type);
  if (input.state === "CLOSED") closeIssue(act, issue);
  if (input.state === "OPEN") reopenIssue(act, issue);
  return { issue, actor: act.actor.account };
});

interface CloseIssueInput {
  readonly issueId: string;
  readonly stateReason?: "COMPLETED" | "NOT_PLANNED" | "DUPLICATE" | null;
}

export const issueMutations: TypeResolvers = {
  updateIssue,

  closeIssue: defineMutation<CloseIssueInput>((input, { act }) => {
    refuseUnmodelled("closeIssue", input, ["duplicateIssueId"]);
    const issue = issueById(act, input.issueId);
    requireClose(act, issue);
    closeIssue(act, issue, (input.stateReason ?? "COMPLETED").toLowerCase() as StateReason);
    return { issue };
  }),

  reopenIssue: defineMutation<{ issueId: string }>(({ issueId }, { act }) => {
    const issue = issueById(act, issueId);
    requireClose(act, issue);
    reopenIssue(act, issue);
    return { issue };
  }),

  deleteIssue: defineMutation<{ issueId: string }>(({ issueId }, { act }) => {
    const issue = issueById(act, issueId);
    requireAdmin(act);
    deleteIssue(act, issue);
    return { repository: act.state.repository };
  }),

  lockLockable: defineMutation<{ lockableId: string; lockReason?: string | null }>((input, { act }) => {
    const issue = issueById(act, input.lockableId);
    requireWrite(act);
    lockIssue(act, issue, lockReasons[input.lockReason ?? ""] ?? null);
    return { lockedRecord: issue, actor: act.actor.account };
  }),

  unlockLockable: defineMutation<{ lockableId: string }>(({ lockableId }, { act }) => {
    const issue = issueById(act, lockableId);
    requireWrite(act);
    unlockIssue(act, issue);
    return { unlockedRecord: issue, actor: act.actor.account };
  }),

  updateIssueIssueType: defineMutation<{ issueId: string; issueTypeId?: string | null }>((input, { act }) => {
    const issue = issueById(act, input.issueId);
    const type = input.issueTypeId == null ? null : issueTypeById(act, input.issueTypeId);
    requireTriage(act);
    setIssueType(act, issue, type);
    return { issue };
  }),
};

/** GraphQL's words for the reasons REST writes in small letters. */
const lockReasons: Readonly<Record<string, string>> = {
  OFF_TOPIC: "off-topic",
  TOO_HEATED: "too heated",
  RESOLVED: "resolved",
  SPAM: "spam",
};
