import { requireTriage, requireWrite } from "../../state/authority.ts";
import { addLabels, removeLabels } from "../../state/label-issue.ts";
import { createLabel } from "../../state/labels.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { checkRepositoryId, issueById, labelById } from "../find-node.ts";

interface LabelableInput {
  readonly labelableId: string;
  readonly labelIds: readonly string[];
}

interface CreateLabelInput {
  readonly repositoryId: string;
  readonly name: string;
  readonly color: string;
  readonly description?: string | null;
}

export const labelMutations: TypeResolvers = {
  addLabelsToLabelable: defineMutation<LabelableInput>((input, { act }) => {
    const issue = issueById(act, input.labelableId);
    const labels = input.labelIds.map((id) => labelById(act, id));
    requireTriage(act);
    addLabels(act, issue, labels);
    return { labelable: issue };
  }),

  removeLabelsFromLabelable: defineMutation<LabelableInput>((input, { act }) => {
    const issue = issueById(act, input.labelableId);
    const labels = input.labelIds.map((id) => labelById(act, id));
    requireTriage(act);
    removeLabels(act, issue, labels);
    return { labelable: issue };
  }),

  createLabel: defineMutation<CreateLabelInput>((input, { act }) => {
    checkRepositoryId(act, input.repositoryId);
    requireWrite(act);
    return { label: createLabel(act, input) };
  }),
};
