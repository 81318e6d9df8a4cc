import { react } from "../../state/react.ts";
import type { ReactionContent } from "../../state/types.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { commentById } from "../find-node.ts";

export const reactionMutations: TypeResolvers = {
  addReaction: defineMutation<{ subjectId: string; content: ReactionContent }>((input, { act }) => {
    const { comment } = commentById(act, input.subjectId);
    return { reaction: react(act, comment, input.content), subject: comment };
  }),
};
