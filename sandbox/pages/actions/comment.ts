import { requireClose, requireEdit } from "../../state/authority.ts";
import { closeIssue, reopenIssue } from "../../state/close-issue.ts";
import { addComment, deleteComment, editComment } from "../../state/comments.ts";
import { findIssue } from "../../state/find-issue.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { issueAddress } from "../parts/issue-link.ts";
import { sentText } from "./sent-text.ts";

/** Comments, and closes or reopens when the button said so; then the comment may be empty. */
export function commentAction(context: PageContext, form: URLSearchParams, number = ""): Page {
  const { act, repo } = context;
  const issue = findIssue(act.state, Number(number));
  const body = form.get("body") ?? "";
  const next = form.get("next") ?? "comment";
  if (next !== "comment") requireClose(act, issue);
  const comment = body.trim() !== "" || next === "comment" ? addComment(act, issue, body) : undefined;
  if (next === "completed" || next === "not_planned") closeIssue(act, issue, next);
  if (next === "reopen") reopenIssue(act, issue);
  return {
    redirect: repo(`${issueAddress(issue)}${comment === undefined ? "" : `#issuecomment-${comment.id}`}`),
  };
}

/** Changes or deletes a comment, or ticks a box of it. */
export function editCommentAction(context: PageContext, form: URLSearchParams, number = "", id = ""): Page {
  const { act, repo } = context;
  const issue = findIssue(act.state, Number(number));
  const comment = issue.comments.find((candidate) => candidate.id === Number(id));
  if (comment === undefined) throw new Refusal("not-found", "This comment is not there any more.");
  requireEdit(act, comment);
  if (form.get("next") === "delete") deleteComment(act, issue, comment);
  else editComment(act, issue, comment, sentText(comment, form));
  return { redirect: repo(issueAddress(issue)) };
}
