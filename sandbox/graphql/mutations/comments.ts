import { requireEdit, requireTriage } from "../../state/authority.ts";
import { addComment, deleteComment, editComment } from "../../state/comments.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { commentById, issueById } from "../find-node.ts";

export const commentMutations: TypeResolvers = {
  addComment: defineMutation<{ subjectId: string; body: string }>((input, { act }) => {
    const issue = issueById(act, input.subjectId);
    const comment = addComment(act, issue, input.body);
    const edge = { node: comment, cursor: Buffer.from(`cursor:v2:${comment.nodeId}`).toString("base64") };
    return { commentEdge: edge, timelineEdge: edge, subject: issue };
  }),

  updateIssueComment: defineMutation<{ id: string; body: string }>((input, { act }) => {
    const { issue, comment } = commentById(act, input.id);
    requireEdit(act, comment);
    editComment(act, issue, comment, input.body);
    return { issueComment: comment };
  }),

  deleteIssueComment: defineMutation<{ id: string }>((input, { act }) => {
    const { issue, comment } = commentById(act, input.id);
    requireEdit(act, comment);
    deleteComment(act, issue, comment);
    return {};
  }),

  minimizeComment: defineMutation<{ subjectId: string; classifier: string }>((input, { act }) => {
    const { comment } = commentById(act, input.subjectId);
    requireTriage(act);
    comment.minimizedReason = input.classifier.toLowerCase().replace("_", "-");
    return { minimizedComment: comment };
  }),

  unminimizeComment: defineMutation<{ subjectId: string }>((input, { act }) => {
    const { comment } = commentById(act, input.subjectId);
    requireTriage(act);
    comment.minimizedReason = null;
    return { unminimizedComment: comment };
  }),
};
