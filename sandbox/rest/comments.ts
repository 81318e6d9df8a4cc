import { requireEdit } from "../state/authority.ts";
import { addComment, deleteComment, editComment } from "../state/comments.ts";
import type { Comment } from "../state/types.ts";
import { viewComment } from "../views/view-comment.ts";
import { commentOf, issueOf } from "./issue-of.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const commentHandlers: RestHandlers = {
  "issues/list-comments": (request) => listComments(request, issueOf(request).comments),

  "issues/list-comments-for-repo": (request) => {
    const comments = [...request.act.state.issues.values()].flatMap((issue) => issue.comments);
    const byUpdate = request.query["sort"] === "updated";
    const sign = request.query["direction"] === "desc" ? -1 : 1;
    comments.sort(
      (a, b) => sign * (byUpdate ? compare(a.updatedAt, b.updatedAt) || a.id - b.id : a.id - b.id),
    );
    return listComments(request, comments);
  },

  "issues/get-comment": (request) => ok(viewComment(commentOf(request).comment, request.context)),

  "issues/create-comment": (request) => {
    const comment = addComment(request.act, issueOf(request), bodyOf<{ body: string }>(request).body);
    return created(viewComment(comment, request.context));
  },

  "issues/update-comment": (request) => {
    const { issue, comment } = commentOf(request);
    requireEdit(request.act, comment);
    editComment(request.act, issue, comment, bodyOf<{ body: string }>(request).body);
    return ok(viewComment(comment, request.context));
  },

  "issues/delete-comment": (request) => {
    const { issue, comment } = commentOf(request);
    requireEdit(request.act, comment);
    deleteComment(request.act, issue, comment);
    return noContent();
  },
};

function listComments(request: RestRequest, comments: readonly Comment[]) {
  const since = request.query["since"];
  const found = comments.filter((comment) => since === undefined || comment.updatedAt >= since);
  return paginate(request, found, (comment) => viewComment(comment, request.context));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
