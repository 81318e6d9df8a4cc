import { authorAssociation } from "../state/author-association.ts";
import type { Comment } from "../state/types.ts";
import { viewAccount } from "./view-account.ts";
import { viewApp } from "./view-app.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";
import { viewReactions } from "./view-reactions.ts";

export function viewComment(comment: Comment, context: ViewContext): View {
  const { state, urls } = context;
  const url = `${repositoryApi(context)}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url,
    html_url: urls.comment(state.repository, comment),
    issue_url: `${repositoryApi(context)}/issues/${comment.issueNumber}`,
    user: viewAccount(comment.author, context),
    author_association: authorAssociation(state, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    performed_via_github_app:
      comment.viaApp && comment.author.id === state.app.bot.id ? viewApp(context) : null,
    reactions: viewReactions(url),
  };
}
