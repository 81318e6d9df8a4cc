import { textEditsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { nodeParts } from "./node-parts.ts";
import type { Actor, TextEditsData } from "./response-types.ts";
import type { Viewer } from "./viewer.ts";

/** A text as it stands on GitHub, and who wrote it first and last. */
export interface StandingText {
  readonly id: string;
  readonly body: string;
  readonly author: Actor | null;
  readonly lastEditedAt: string | null;
  readonly editor: Actor | null;
}

/** Whether somebody else than the bot changed a text last. */
export function isEditedByPeople(
  { lastEditedAt, editor }: Pick<StandingText, "lastEditedAt" | "editor">,
  viewer: Viewer,
): boolean {
  return lastEditedAt !== null && !viewer.owns(editor);
}

/**
 * Texts of the bot as it wrote them last, by node id: as they stand, or as GitHub's edit history has them where people changed them
 * since. Not in it is what the bot never wrote, and what GitHub no longer has. A request only where people changed any.
 */
export async function textsAsWritten(
  graphql: GraphqlClient,
  texts: readonly StandingText[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, string>> {
  const own = texts.filter(({ author }) => viewer.owns(author));
  const [changed, standing] = [
    own.filter((text) => isEditedByPeople(text, viewer)),
    own.filter((text) => !isEditedByPeople(text, viewer)),
  ];
  const ids = changed.map(({ id }) => id);
  const before = await textsBeforeEdits(graphql, ids, viewer);
  return new Map([...standing.map(({ id, body }) => [id, body] as const), ...before]);
}

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
