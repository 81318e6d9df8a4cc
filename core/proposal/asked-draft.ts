import { parseCommands } from "../run/index.ts";

/** A comment on a proposal, as far as it may ask for something. */
export interface ProposalComment {
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
}

/** Of more people than this nobody asks GitHub what they may do: the newest count. */
const mostAsked = 10;

/**
 * Who asked for `/draft` since the text of the proposal was last changed, newest first, each once. What was asked of other words
 * does not count: whoever proposes could change them afterwards.
 */
export function draftAskedBy(
  comments: readonly ProposalComment[],
  bodyEditedAt: string | null,
): readonly string[] {
  const asking = comments.filter(
    ({ createdAt, body }) => (bodyEditedAt === null || createdAt >= bodyEditedAt) && asksForDraft(body),
  );
  return [...new Set(asking.map(({ author }) => author).reverse())].slice(0, mostAsked);
}

/** Whether a comment holds `/draft` as a command. */
export function asksForDraft(body: string): boolean {
  return parseCommands(body).commands.some(({ word }) => word === "draft");
}
