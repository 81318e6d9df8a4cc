import { findMentions } from "../markdown/find-mentions.ts";
import { checkText } from "./check-text.ts";
import { emit } from "./emit.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import { notify, subscribe } from "./notify.ts";
import { mayWrite } from "./permissions.ts";
import { Refusal } from "./refusal.ts";
import { rememberEdit } from "./remember-edit.ts";
import type { Act, Comment, Issue } from "./types.ts";

/**
 * Adds a comment. A locked conversation takes comments from people with write access only.
 * https://docs.github.com/en/communities/moderating-comments-and-conversations/locking-conversations
 */
export function addComment(act: Act, issue: Issue, body: string): Comment {
  if (issue.locked && !mayWrite(act))
    throw new Refusal("forbidden", "Unable to create comment because issue is locked.");
  if (body.trim() === "")
    throw new Refusal("unprocessable", "Body can't be blank", [
      { resource: "IssueComment", field: "body", code: "missing_field" },
    ]);
  checkText("IssueComment", { body });

  const id = nextId(act.state);
  const comment: Comment = {
    id,
    nodeId: nodeId("comment", id),
    issueNumber: issue.number,
    author: act.actor.account,
    viaApp: act.actor.kind !== "user",
    createdAt: act.now,
    updatedAt: act.now,
    body,
    edits: [],
    minimizedReason: null,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = act.now;
  act.span.creations += 1;
  subscribe(issue, act.actor.account, "comment");
  emit(act, { name: "issue_comment", action: "created", issue, comment });
  notify(act, issue, { kind: "commented", text: body, toSubscribers: true });
  return comment;
}

/** Changes a comment's text. An edit mails nobody but the people it newly mentions. */
export function editComment(act: Act, issue: Issue, comment: Comment, body: string): void {
  checkText("IssueComment", { body });
  const previous = comment.body;
  if (body === previous) return;
  rememberEdit(act, comment, body);
  issue.updatedAt = act.now;
  emit(act, {
    name: "issue_comment",
    action: "edited",
    issue,
    comment,
    changes: { body: { from: previous } },
  });
  notify(act, issue, {
    kind: "edited",
    text: body,
    toSubscribers: false,
    alreadyMentioned: findMentions(previous),
  });
}

export function deleteComment(act: Act, issue: Issue, comment: Comment): void {
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  issue.updatedAt = act.now;
  emit(act, { name: "issue_comment", action: "deleted", issue, comment });
}
