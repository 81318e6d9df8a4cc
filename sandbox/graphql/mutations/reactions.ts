import { react } from "../../state/react.ts";
import type { ReactionContent } from "../../state/types.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { reactableById } from "../find-node.ts";

export const reactionMutations: TypeResolvers = {
  addReaction: defineMutation<{ subjectId: string; content: ReactionContent }>((input, { act }) => {
    const subject = reactableById(act, input.subjectId);
    return { reaction: react(act, subject, input.content), subject };
  }),
};
