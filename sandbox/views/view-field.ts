import type { Issue, IssueField, IssueFieldOption } from "../state/types.ts";
import type { View, ViewContext } from "./view-context.ts";

export function viewField(field: IssueField): View {
  return {
    id: field.id,
    node_id: field.nodeId,
    name: field.name,
    description: field.description,
    data_type: field.dataType,
    visibility: "organization_members_only",
    options: field.dataType === "single_select" ? field.options.map(viewOption(field)) : null,
    created_at: field.createdAt,
    updated_at: field.createdAt,
  };
}

/** The values an issue has, in the order of the organisation's fields. */
export function viewFieldValues(issue: Issue, { state }: ViewContext): View[] {
  return state.issueFields.flatMap((field) => {
    const value = issue.fieldValues.get(field.id);
    if (value === undefined) return [];
    const option = field.options.find(({ id }) => id === value);
    return [
      {
        issue_field_id: field.id,
        issue_field_name: field.name,
        node_id: `IFV_${field.id}_${issue.id}`,
        data_type: field.dataType,
        value: option?.name ?? value,
        single_select_option:
          option === undefined ? null : { id: option.id, name: option.name, color: option.color },
      },
    ];
  });
}

const viewOption =
  (field: IssueField) =>
  (option: IssueFieldOption, at: number): View => ({
    id: option.id,
    name: option.name,
    description: null,
    color: option.color,
    priority: at + 1,
    created_at: field.createdAt,
    updated_at: field.createdAt,
  });
