import { textEditsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { nodeParts } from "./node-parts.ts";
import type { TextEditsData } from "./response-types.ts";
import type { Viewer } from "./viewer.ts";

/**
 * The text as the bot last wrote it of issues and comments that somebody else changed since, by node id. Not in it is what
 * GitHub no longer has: people may delete a revision. No request when none is asked for.
 */
export async function textsBeforeEdits(
  graphql: GraphqlClient,
  ids: readonly string[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const part of nodeParts(ids)) {
    const { nodes } = await graphql<TextEditsData>(textEditsDocument, { ids: part });
    for (const node of nodes) {
      const ours = node?.userContentEdits?.nodes.find(({ editor }) => viewer.owns(editor));
      if (node && ours?.diff) texts.set(node.id, ours.diff);
    }
  }
  return texts;
}
