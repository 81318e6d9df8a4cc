import type { Instant } from "../../core/metrics/index.ts";
import { ledgerIn } from "../../core/run/index.ts";
import { placesDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { nodeParts } from "./node-parts.ts";
import { commentOf, type TextReader } from "./observed-issue.ts";
import type { InRepository, PlacesData } from "./response-types.ts";

/**
 * Since when issues are below a run of ours that is under way, by node id; not in it is one that is below none. No request when there
 * is nothing to ask.
 */
export async function readPlaces(
  graphql: GraphqlClient,
  ids: readonly string[],
  reader: Pick<TextReader, "viewer" | "seal" | "repository">,
): Promise<ReadonlyMap<string, Instant>> {
  const places = new Map<string, Instant>();
  const isHere = ({ repository }: InRepository) => repository.databaseId === reader.repository;
  for (const part of nodeParts(ids)) {
    const { nodes } = await graphql<PlacesData>(placesDocument, { ids: part });
    for (const node of nodes) {
      const above = node?.parent;
      const joined = node?.joinings.nodes[0]?.createdAt;
      if (!above || joined === undefined || above.state === "CLOSED" || !isHere(above)) continue;
      const parent = above.parent && isHere(above.parent) ? above.parent.number : null;
      const texts = { ...reader, run: above.number, parent, lastWritten: new Map<string, string>() };
      const comments = above.comments.nodes.map((comment) => commentOf(comment, above.number, texts));
      if ((ledgerIn({ comments })?.startedAt ?? null) !== null) places.set(node.id, joined);
    }
  }
  return places;
}
