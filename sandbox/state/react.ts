import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { Act, Comment, Issue, Reaction, ReactionContent } from "./types.ts";

/** Reacts to an issue or a comment, once for each sign; a second time gives the first one back. A reaction mails nobody. */
export function react(act: Act, subject: Issue | Comment, content: ReactionContent): Reaction {
  const { account } = act.actor;
  const known = subject.reactions.find(
    (reaction) => reaction.account.id === account.id && reaction.content === content,
  );
  if (known) return known;
  const id = nextId(act.state);
  const reaction: Reaction = { id, nodeId: nodeId("reaction", id), account, content, createdAt: act.now };
  subject.reactions.push(reaction);
  return reaction;
}
