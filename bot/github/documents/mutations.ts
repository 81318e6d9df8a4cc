/** One mutation of a document: the field, its input type, and what is read of the answer. */
export interface MutationField {
  readonly field: string;
  readonly inputType: string;
  readonly selection: string;
}

/** The mutations the bot makes. */
export const mutationFields = {
  addComment: {
    field: "addComment",
    inputType: "AddCommentInput",
    selection: "commentEdge { node { id fullDatabaseId createdAt author { login } } }",
  },
  updateIssueComment: {
    field: "updateIssueComment",
    inputType: "UpdateIssueCommentInput",
    selection: "issueComment { id }",
  },
  deleteIssueComment: {
    field: "deleteIssueComment",
    inputType: "DeleteIssueCommentInput",
    selection: "clientMutationId",
  },
  createIssue: {
    field: "createIssue",
    inputType: "CreateIssueInput",
    selection: "issue { id number url createdAt author { login } }",
  },
  createLabel: { field: "createLabel", inputType: "CreateLabelInput", selection: "label { id name }" },
  addBlockedBy: { field: "addBlockedBy", inputType: "AddBlockedByInput", selection: "issue { id }" },
  removeBlockedBy: { field: "removeBlockedBy", inputType: "RemoveBlockedByInput", selection: "issue { id }" },
  removeSubIssue: { field: "removeSubIssue", inputType: "RemoveSubIssueInput", selection: "issue { id }" },
  updateIssue: { field: "updateIssue", inputType: "UpdateIssueInput", selection: "issue { id }" },
  closeIssue: { field: "closeIssue", inputType: "CloseIssueInput", selection: "issue { id }" },
  reopenIssue: { field: "reopenIssue", inputType: "ReopenIssueInput", selection: "issue { id }" },
  addAssignees: {
    field: "addAssigneesToAssignable",
    inputType: "AddAssigneesToAssignableInput",
    selection: "clientMutationId",
  },
  removeAssignees: {
    field: "removeAssigneesFromAssignable",
    inputType: "RemoveAssigneesFromAssignableInput",
    selection: "clientMutationId",
  },
  addLabels: {
    field: "addLabelsToLabelable",
    inputType: "AddLabelsToLabelableInput",
    selection: "clientMutationId",
  },
  removeLabels: {
    field: "removeLabelsFromLabelable",
    inputType: "RemoveLabelsFromLabelableInput",
    selection: "clientMutationId",
  },
  setIssueFieldValue: {
    field: "setIssueFieldValue",
    inputType: "SetIssueFieldValueInput",
    selection: "clientMutationId",
  },
  addReaction: { field: "addReaction", inputType: "AddReactionInput", selection: "reaction { content }" },
} as const satisfies Record<string, MutationField>;

/** One document with several mutations, which GitHub carries out in order; not all or nothing. */
export function mutationDocument(fields: readonly MutationField[]): string {
  const variables = fields.map(({ inputType }, index) => `$input${index}: ${inputType}!`).join(", ");
  const lines = fields.map(
    ({ field, selection }, index) => `  mutation${index}: ${field}(input: $input${index}) { ${selection} }`,
  );
  return `mutation Changes(${variables}) {\n${lines.join("\n")}\n}`;
}
