import type { TimelineEvent } from "../state/timeline-event.ts";
import type { Comment, Issue } from "../state/types.ts";
import { viewAccount } from "../views/view-account.ts";
import { viewApp } from "../views/view-app.ts";
import { viewComment } from "../views/view-comment.ts";
import { repositoryApi, type View } from "../views/view-context.ts";
import { issueOf } from "./issue-of.ts";
import { paginate } from "./paginate.ts";
import type { RestHandlers, RestRequest } from "./rest-request.ts";

export const timelineHandlers: RestHandlers = {
  "issues/list-events-for-timeline": (request) => {
    const items = itemsOf(issueOf(request));
    return paginate(request, items, (item) =>
      "detail" in item ? viewEvent(request, item) : viewSaid(request, item),
    );
  },
};

/** Events and comments in the order they happened; ids grow with time. REST's description knows no events of native fields. */
const itemsOf = (issue: Issue): (TimelineEvent | Comment)[] =>
  [
    ...issue.timeline.filter(({ detail }) => !detail.event.startsWith("issue_field_")),
    ...issue.comments,
  ].sort((a, b) => a.id - b.id);

const viewSaid = ({ context }: RestRequest, comment: Comment): View => ({
  ...viewComment(comment, context),
  event: "commented",
  actor: viewAccount(comment.author, context),
});

function viewEvent({ context }: RestRequest, item: TimelineEvent): View {
  const { detail } = item;
  return {
    id: item.id,
    node_id: item.nodeId,
    url: `${repositoryApi(context)}/issues/events/${item.id}`,
    actor: viewAccount(item.actor, context),
    event: detail.event,
    commit_id: null,
    commit_url: null,
    created_at: item.createdAt,
    performed_via_github_app: item.actor.id === context.state.app.bot.id ? viewApp(context) : null,
    ...("assignee" in detail && { assignee: viewAccount(detail.assignee, context) }),
    ...("label" in detail && { label: detail.label }),
    ...("from" in detail && { rename: { from: detail.from, to: detail.to } }),
    ...("lockReason" in detail && { lock_reason: detail.lockReason }),
    ...("stateReason" in detail && { state_reason: detail.stateReason }),
  };
}
