import type { ObservedReaction } from "../../core/run/index.ts";
import { reactionsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { nodeParts } from "./node-parts.ts";
import type { ReactionsData } from "./response-types.ts";

/**
 * Who reacted to some issues and comments, by node id, added to what is known of them; those nobody reacted to have an empty list. No
 * request for what is known, and one for a hundred others.
 */
export async function readReactions(
  graphql: GraphqlClient,
  known: Map<string, readonly ObservedReaction[]>,
  ids: readonly string[],
): Promise<void> {
  const asked = [...new Set(ids)].filter((id) => !known.has(id));
  for (const part of nodeParts(asked)) {
    const { nodes } = await graphql<ReactionsData>(reactionsDocument, { ids: part });
    for (const id of part) known.set(id, []);
    for (const node of nodes)
      if (node)
        known.set(
          node.id,
          node.reactions.nodes.flatMap(({ createdAt, user }) =>
            user === null ? [] : [{ at: createdAt, by: user.login, byId: user.databaseId }],
          ),
        );
  }
}
