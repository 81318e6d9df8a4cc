import { renamesDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { nodeParts } from "./node-parts.ts";
import type { IssueData, RenamesData } from "./response-types.ts";

/**
 * Notes with issues who changed their titles last, and when. Of an event that GitHub keeps to itself, and of an issue that it no longer
 * shows, only that it was not after the last change of the issue. No request when there is nothing to ask.
 */
export async function readRenames(graphql: GraphqlClient, issues: readonly IssueData[]): Promise<void> {
  for (const ids of nodeParts(issues.map(({ id }) => id))) {
    const { nodes } = await graphql<RenamesData>(renamesDocument, { ids });
    const known = new Map(nodes.flatMap((node) => (node ? [[node.id, node.renames.nodes] as const] : [])));
    for (const issue of issues.filter(({ id }) => ids.includes(id))) {
      const events = known.get(issue.id) ?? [null];
      const last = events.at(-1);
      issue.rename =
        last === undefined
          ? null
          : { createdAt: last?.createdAt ?? issue.updatedAt, actor: last?.actor ?? null };
    }
  }
}
