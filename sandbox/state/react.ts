import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { Act, Comment, Reaction, ReactionContent } from "./types.ts";

/** Reacts to a comment, once for each sign; a second time gives the first one back. A reaction mails nobody. */
export function react(act: Act, comment: Comment, content: ReactionContent): Reaction {
  const { account } = act.actor;
  const known = comment.reactions.find(
    (reaction) => reaction.account.id === account.id && reaction.content === content,
  );
  if (known) return known;
  const id = nextId(act.state);
  const reaction: Reaction = { id, nodeId: nodeId("reaction", id), account, content, createdAt: act.now };
  comment.reactions.push(reaction);
  return reaction;
}
