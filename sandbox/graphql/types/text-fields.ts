import { renderMarkdown } from "../../markdown/render-markdown.ts";
import { authorAssociation } from "../../state/author-association.ts";
import { type Comment, type Issue, reactionContents } from "../../state/types.ts";
import { nodeConnection } from "../connection.ts";
import type { Arguments, GraphqlContext } from "../define-type.ts";

type Text = Issue | Comment;

/** What issues and comments share: a text somebody wrote, and its edits. */
export const textFields = {
  id: (text: Text) => text.nodeId,
  databaseId: (text: Text) => text.id,
  fullDatabaseId: (text: Text) => String(text.id),
  author: (text: Text) => text.author,
  authorAssociation: (text: Text, _args: Arguments, { act }: GraphqlContext) =>
    authorAssociation(act.state, text.author),
  viewerDidAuthor: (text: Text, _args: Arguments, { act }: GraphqlContext) =>
    text.author.id === act.actor.account.id,
  body: (text: Text) => text.body,
  bodyHTML: (text: Text, _args: Arguments, { act, urls }: GraphqlContext) =>
    renderMarkdown(text.body, { urls, state: act.state }),
  createdAt: (text: Text) => text.createdAt,
  publishedAt: (text: Text) => text.createdAt,
  updatedAt: (text: Text) => text.updatedAt,
  createdViaEmail: () => false,
  editor: (text: Text) => text.edits.at(-1)?.editor ?? null,
  lastEditedAt: (text: Text) => text.edits.at(-1)?.editedAt ?? null,
  includesCreatedEdit: (text: Text) => text.edits.length > 0,
  /** Newest first, the text as first written last. */
  userContentEdits: (text: Text, args: Arguments) =>
    nodeConnection("userContentEdits", text.edits.toReversed(), args),
  /** Oldest first. */
  reactions: (text: Text, args: Arguments) => nodeConnection("reactions", text.reactions, args),
  reactionGroups: (text: Text, _args: Arguments, { act }: GraphqlContext) =>
    reactionContents.map((content) => {
      const given = text.reactions.filter((reaction) => reaction.content === content);
      return {
        content,
        createdAt: given[0]?.createdAt ?? null,
        viewerHasReacted: given.some(({ account }) => account.id === act.actor.account.id),
      };
    }),
};
