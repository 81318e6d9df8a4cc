import type { TimelineEvent } from "../state/timeline-event.ts";
import type { Comment, Issue } from "../state/types.ts";
import { nodeConnection } from "./connection.ts";
import type { Arguments } from "./define-type.ts";
import { GraphqlRefusal } from "./graphql-refusal.ts";
import { itemTypeOf, typeNameOf } from "./type-name-of.ts";
import type { TimelineItem } from "./types/timeline.ts";

/** The issue's history, comments included, oldest first; `itemTypes` and `since` pick from it. */
export function timelineItems(issue: Issue, args: Arguments): object {
  if (args.skip != null)
    throw new GraphqlRefusal("NOT_MODELLED", "The sandbox does not model `skip` of timelineItems.");
  const isMeant = (item: TimelineEvent | Comment) =>
    (args.itemTypes == null || args.itemTypes.includes(itemTypeOf(typeNameOf(item)))) &&
    (args.since == null || item.createdAt >= args.since);
  const events = issue.timeline.filter(isMeant).map((event): TimelineItem & { id: number } => ({
    id: event.id,
    nodeId: event.nodeId,
    createdAt: event.createdAt,
    detail: event.detail,
    event,
    issue,
  }));
  // Database ids grow with time, so they also order what happened within one second.
  const items = [...events, ...issue.comments.filter(isMeant)].sort((a, b) => a.id - b.id);
  const page = nodeConnection("timelineItems", items, args);
  return {
    nodes: page.nodes,
    pageInfo: page.pageInfo,
    get edges() {
      return page.edges;
    },
    filteredCount: items.length,
    pageCount: page.nodes.length,
    totalCount: issue.timeline.length + issue.comments.length,
    updatedAt: issue.updatedAt,
  };
}
