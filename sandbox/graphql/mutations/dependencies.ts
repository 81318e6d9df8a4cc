import { requireTriage } from "../../state/authority.ts";
import { addBlockedBy, removeBlockedBy } from "../../state/dependencies.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { issueById } from "../find-node.ts";

interface BlockedByInput {
  readonly issueId: string;
  readonly blockingIssueId: string;
}

export const dependencyMutations: TypeResolvers = {
  addBlockedBy: defineMutation<BlockedByInput>((input, { act }) => {
    const issue = issueById(act, input.issueId);
    const blockingIssue = issueById(act, input.blockingIssueId);
    requireTriage(act);
    addBlockedBy(act, issue, blockingIssue);
    return { issue, blockingIssue };
  }),

  removeBlockedBy: defineMutation<BlockedByInput>((input, { act }) => {
    const issue = issueById(act, input.issueId);
    const blockingIssue = issueById(act, input.blockingIssueId);
    requireTriage(act);
    removeBlockedBy(act, issue, blockingIssue);
    return { issue, blockingIssue };
  }),
};
