import { authorAssociation } from "../state/author-association.ts";
import type { Issue, Review } from "../state/types.ts";
import { viewAccount } from "./view-account.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";

/** A review of a pull request. In a webhook its state is written small. */
export function viewReview(review: Review, issue: Issue, context: ViewContext): View {
  const { state, urls } = context;
  const pull = `${repositoryApi(context)}/pulls/${issue.number}`;
  const html = `${urls.pull(state.repository, issue.number)}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: viewAccount(review.author, context),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    author_association: authorAssociation(state, review.author),
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitSha,
  };
}
