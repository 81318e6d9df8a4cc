import type { GitHubEvent } from "../state/events.ts";
import type { ViewContext } from "../views/view-context.ts";
import { buildPayload } from "./build-payload.ts";
import { checkPayload } from "./check-payload.ts";
import type { Deliveries } from "./deliveries.ts";

/**
 * Makes a webhook of an event and puts it in line. What an Actions job does with its own token wakes nobody:
 * https://docs.github.com/actions/concepts/security/github_token
 */
export function sendWebhook(
  event: GitHubEvent,
  context: ViewContext,
  deliveries: Deliveries,
  defects: string[],
): void {
  if (event.actor.kind === "actions") return;
  const payload = buildPayload(event, context);
  const problems = checkPayload(event, payload);
  if (problems.length > 0)
    defects.push(`The sandbox made a webhook ${event.name} GitHub does not describe: ${problems.join("; ")}`);
  deliveries.enqueue(event.name, event.action, payload);
}
