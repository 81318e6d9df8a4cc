import type { EventDetail } from "./events.ts";
import type { Act } from "./types.ts";

/** Tells every listener that something happened, in order; at once, unless the act holds its events back. */
export function emit(act: Act, detail: EventDetail): void {
  if (act.held !== undefined) {
    act.held.push(detail);
    return;
  }
  // Another repository's webhooks are not ours to send.
  if ("issue" in detail && detail.issue.home !== null) return;
  const told = detail.name === "issues" && detail.issue.pull !== null ? ofPullRequest(detail) : detail;
  if (told !== null)
    for (const listener of act.state.listeners) listener({ ...told, actor: act.actor, at: act.now });
}

/** What happens to a pull request is told as such; its labels and assignees are not modelled as webhooks. */
function ofPullRequest(detail: Extract<EventDetail, { name: "issues" }>): EventDetail | null {
  const { action, issue } = detail;
  if (action === "edited") return { name: "pull_request", action, issue, changes: detail.changes };
  if (action === "opened" || action === "closed" || action === "reopened")
    return { name: "pull_request", action, issue };
  return null;
}
