import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { TimelineDetail } from "./timeline-event.ts";
import type { Act, Issue } from "./types.ts";

/** Adds a line to the issue's history and marks the issue as updated. */
export function recordTimeline(act: Act, issue: Issue, detail: TimelineDetail): void {
  const id = nextId(act.state);
  const viaApp = act.actor.kind !== "user";
  issue.timeline.push({
    id,
    nodeId: nodeId("event", id),
    actor: act.actor.account,
    createdAt: act.now,
    viaApp,
    detail,
  });
  issue.updatedAt = act.now;
}
