import { findIssue } from "../../state/find-issue.ts";
import { mayWrite } from "../../state/permissions.ts";
import type { Comment, ContentEdit, Reaction } from "../../state/types.ts";
import { pathOf } from "../../urls.ts";
import { defineType } from "../define-type.ts";
import { textFields } from "./text-fields.ts";

export const commentType = defineType<Comment>({
  ...textFields,
  url: (comment, _args, { urls, act }) => urls.comment(act.state.repository, comment),
  resourcePath: (comment, _args, { urls, act }) => pathOf(urls.comment(act.state.repository, comment)),
  repository: (_comment, _args, { act }) => act.state.repository,
  issue: (comment, _args, { act }) => findIssue(act.state, comment.issueNumber),
  pullRequest: (comment, _args, { act }) => {
    const issue = findIssue(act.state, comment.issueNumber);
    return issue.pull === null ? null : issue;
  },
  isMinimized: (comment) => comment.minimizedReason !== null,
  minimizedReason: (comment) => comment.minimizedReason,
  isPinned: () => false,
  viewerCanUpdate: (comment, _args, { act }) => mayWrite(act) || comment.author.id === act.actor.account.id,
  viewerCanDelete: (comment, _args, { act }) => mayWrite(act) || comment.author.id === act.actor.account.id,
});

export const userContentEditType = defineType<ContentEdit>({
  id: (edit) => edit.nodeId,
  createdAt: (edit) => edit.editedAt,
  updatedAt: (edit) => edit.editedAt,
  editedAt: (edit) => edit.editedAt,
  editor: (edit) => edit.editor,
  /** GitHub's "diff" is the whole text as it was from this edit on. */
  diff: (edit) => edit.body,
  deletedAt: () => null,
  deletedBy: () => null,
});

export const reactionType = defineType<Reaction>({
  id: (reaction) => reaction.nodeId,
  databaseId: (reaction) => reaction.id,
  content: (reaction) => reaction.content,
  createdAt: (reaction) => reaction.createdAt,
  user: (reaction) => (reaction.account.type === "User" ? reaction.account : null),
});
