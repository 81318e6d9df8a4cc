import { definitionAsRead } from "../../core/plan/index.ts";
import { addressesUnder } from "../data/addresses.ts";
import type { Site } from "../data/site.ts";

/** The list of all processes for programs: what each is about, who owns it, its steps, and where its page is. */
export function processListJson({ handbook, settings }: Site): string {
  const addresses = addressesUnder(settings.base);
  const processes = [...handbook.processes.values()].map(definitionAsRead).map((definition) => ({
    id: definition.id,
    area: definition.area,
    title: definition.title,
    summary: definition.summary,
    outcome: definition.outcome,
    trigger: definition.trigger,
    owner: definition.processOwner,
    tags: definition.tags,
    tools: definition.tools,
    path: addresses.process(definition.id),
    steps: definition.steps.map(({ id, title, kind, roles, approvers, dependsOn, afterSiblings = [] }) => ({
      id,
      title,
      kind,
      roles: kind === "approval" ? approvers : roles,
      dependsOn: [...dependsOn, ...afterSiblings],
    })),
  }));
  return `${JSON.stringify({ version: 1, title: handbook.config.title, processes })}\n`;
}
