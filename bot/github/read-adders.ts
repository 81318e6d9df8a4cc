import { addersDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { nodeParts } from "./node-parts.ts";
import type { AddersData, IssueData } from "./response-types.ts";

/**
 * Notes with issues who put them below the run above them, where that is not known yet. Only of what the bot did not make
 * itself does that matter, so it is asked for apart. No request when there is nothing to ask.
 */
export async function readAdders(graphql: GraphqlClient, issues: readonly IssueData[]): Promise<void> {
  const unknown = new Map(
    issues.filter(({ adder }) => adder === undefined).map((issue) => [issue.id, issue]),
  );
  for (const ids of nodeParts([...unknown.keys()])) {
    const { nodes } = await graphql<AddersData>(addersDocument, { ids });
    for (const node of nodes) {
      const issue = node && unknown.get(node.id);
      if (issue) issue.adder = node.additions.nodes[0]?.actor ?? null;
    }
  }
}
