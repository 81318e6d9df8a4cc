import { addAssignees, removeAssignees } from "../../state/assign.ts";
import { requireTriage } from "../../state/authority.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { accountById, issueById } from "../find-node.ts";
import { refuseUnmodelled } from "../refuse-unmodelled.ts";

interface AssignableInput {
  readonly assignableId: string;
  readonly assigneeIds: readonly string[];
}

export const assigneeMutations: TypeResolvers = {
  addAssigneesToAssignable: defineMutation<AssignableInput>((input, { act }) => {
    refuseUnmodelled("addAssigneesToAssignable", input, ["agentAssignment"]);
    const issue = issueById(act, input.assignableId);
    const accounts = input.assigneeIds.map((id) => accountById(act, id));
    requireTriage(act);
    addAssignees(act, issue, accounts);
    return { assignable: issue };
  }),

  removeAssigneesFromAssignable: defineMutation<AssignableInput>((input, { act }) => {
    const issue = issueById(act, input.assignableId);
    const accounts = input.assigneeIds.map((id) => accountById(act, id));
    requireTriage(act);
    removeAssignees(act, issue, accounts);
    return { assignable: issue };
  }),
};
