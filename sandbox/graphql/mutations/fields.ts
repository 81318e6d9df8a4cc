import { requireTriage } from "../../state/authority.ts";
import { addFieldValues, removeFieldValue } from "../../state/field-values.ts";
import { defineMutation, type TypeResolvers } from "../define-type.ts";
import { issueById } from "../find-node.ts";
import { type FieldInput, readFieldInputs } from "../read-field-inputs.ts";

interface SetIssueFieldValueInput {
  readonly issueId: string;
  readonly issueFields: readonly FieldInput[];
}

export const fieldMutations: TypeResolvers = {
  setIssueFieldValue: defineMutation<SetIssueFieldValueInput>((input, { act }) => {
    const issue = issueById(act, input.issueId);
    const { values, cleared } = readFieldInputs(act, input.issueFields);
    requireTriage(act);
    addFieldValues(act, issue, values);
    for (const fieldId of cleared) if (issue.fieldValues.has(fieldId)) removeFieldValue(act, issue, fieldId);
    const issueFieldValues = act.state.issueFields.flatMap((field) => {
      const value = issue.fieldValues.get(field.id);
      return value === undefined ? [] : [{ field, value, issueId: issue.id }];
    });
    return { issue, issueFieldValues };
  }),
};
