import { readDescription, type SchemaChecks } from "../github-schema/ajv.ts";
import type { GitHubEvent } from "../state/events.ts";
import type { View } from "../views/view-context.ts";

interface Description {
  readonly webhooks: Readonly<Record<string, object>>;
}

let checks: SchemaChecks<Description> | undefined;

/**
 * What GitHub's description of webhooks does not allow in this payload; an empty list when all is well.
 * `organization` may be missing for a personal repository, though some descriptions ask for it always.
 */
export function checkPayload(event: GitHubEvent, payload: View): string[] {
  checks ??= readDescription<Description>("webhooks.json");
  const name = [event.name, ...(event.action === null ? [] : [event.action])].join("-").replaceAll("_", "-");
  const schema = checks.description.webhooks[name];
  if (schema === undefined) return [`the webhook ${name} is not described`];
  const problems = checks.check(name, schema)(payload);
  const personal = payload["organization"] === undefined;
  return problems.filter((problem) => !(personal && problem.includes('"missingProperty":"organization"')));
}
