import type { IssueField, IssueFieldOption, IssueFieldValue, IssueType, Label } from "../../state/types.ts";
import { pathOf } from "../../urls.ts";
import { defineType, type GraphqlContext } from "../define-type.ts";

const labelUrl = (label: Label, { urls, act }: GraphqlContext) =>
  `${urls.repository(act.state.repository)}/labels/${encodeURIComponent(label.name)}`;

export const labelType = defineType<Label>({
  id: (label) => label.nodeId,
  name: (label) => label.name,
  color: (label) => label.color,
  description: (label) => label.description,
  isDefault: (label) => label.isDefault,
  createdAt: (label) => label.createdAt,
  updatedAt: (label) => label.updatedAt,
  url: (label, _args, context) => labelUrl(label, context),
  resourcePath: (label, _args, context) => pathOf(labelUrl(label, context)),
  repository: (_label, _args, { act }) => act.state.repository,
});

export const issueTypeType = defineType<IssueType>({
  id: (type) => type.nodeId,
  name: (type) => type.name,
  description: (type) => type.description,
  color: (type) => type.color.toUpperCase(),
  isEnabled: () => true,
  isPrivate: () => false,
});

/** All kinds of issue fields; only single selects have options. */
export const issueFieldType = defineType<IssueField>({
  id: (field) => field.nodeId,
  name: (field) => field.name,
  description: (field) => field.description,
  dataType: (field) => field.dataType.toUpperCase(),
  createdAt: (field) => field.createdAt,
  visibility: () => "ORG_ONLY",
  options: (field) => field.options,
});

export const issueFieldOptionType = defineType<IssueFieldOption>({
  id: (option) => option.nodeId,
  name: (option) => option.name,
  color: (option) => option.color.toUpperCase(),
  description: () => null,
  priority: () => null,
});

interface FieldValue {
  readonly field: IssueField;
  readonly value: IssueFieldValue;
  readonly issueId: number;
}

const optionOf = ({ field, value }: FieldValue) => field.options.find(({ id }) => id === value);

/** All kinds of field values; the last four fields belong to single selects. */
export const issueFieldValueType = defineType<FieldValue>({
  id: ({ field, issueId }) => `IFV_${field.id}_${issueId}`,
  field: ({ field }) => field,
  value: (held) => optionOf(held)?.name ?? held.value,
  name: (held) => optionOf(held)?.name,
  color: (held) => optionOf(held)?.color.toUpperCase(),
  description: () => null,
  optionId: (held) => optionOf(held)?.nodeId,
});
