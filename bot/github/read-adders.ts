import { addersDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { AddersData, IssueData } from "./response-types.ts";

/** GitHub looks up at most so many nodes by their ids in one request. */
const mostNodes = 100;

/**
 * Notes with issues who put them below the run above them, where that is not known yet. Only of what the bot did not make
 * itself does that matter, so it is asked for apart. No request when there is nothing to ask.
 */
export async function readAdders(graphql: GraphqlClient, issues: readonly IssueData[]): Promise<void> {
  const unknown = new Map(
    issues.filter(({ adder }) => adder === undefined).map((issue) => [issue.id, issue]),
  );
  const ids = [...unknown.keys()];
  for (let start = 0; start < ids.length; start += mostNodes) {
    const { nodes } = await graphql<AddersData>(addersDocument, { ids: ids.slice(start, start + mostNodes) });
    for (const node of nodes) {
      const issue = node && unknown.get(node.id);
      if (issue) issue.adder = node.additions.nodes[0]?.actor ?? null;
    }
  }
}
