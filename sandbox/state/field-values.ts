import { recordTimeline } from "./record-timeline.ts";
import { Refusal } from "./refusal.ts";
import type { Act, GitHubState, Issue, IssueField, IssueFieldValue } from "./types.ts";

/** https://docs.github.com/en/rest/issues/issue-field-values */
const maximumFieldValues = 25;

/** Refuses values of the wrong kind for their field, and values for fields that do not exist. */
export function checkFieldValues(state: GitHubState, values: ReadonlyMap<number, IssueFieldValue>): void {
  if (values.size > maximumFieldValues)
    throw new Refusal("unprocessable", `An issue has at most ${maximumFieldValues} field values`);
  for (const [fieldId, value] of values) {
    const field = state.issueFields.find(({ id }) => id === fieldId);
    if (field === undefined) throw new Refusal("unprocessable", `Could not find issue field ${fieldId}`);
    if (!fits(field, value))
      throw new Refusal(
        "unprocessable",
        `Value ${JSON.stringify(value)} is not valid for the field ${field.name}`,
      );
  }
}

/** Sets these values and leaves the others. */
export function addFieldValues(act: Act, issue: Issue, values: ReadonlyMap<number, IssueFieldValue>): void {
  checkFieldValues(act.state, values);
  for (const [fieldId, value] of values) {
    const previousValue = issue.fieldValues.get(fieldId);
    issue.fieldValues.set(fieldId, value);
    const field = fieldWith(act, fieldId);
    if (previousValue === undefined) recordTimeline(act, issue, { event: "issue_field_added", field, value });
    else if (previousValue !== value)
      recordTimeline(act, issue, { event: "issue_field_changed", field, value, previousValue });
  }
  issue.updatedAt = act.now;
}

/** Makes exactly these the issue's values. */
export function setFieldValues(act: Act, issue: Issue, values: ReadonlyMap<number, IssueFieldValue>): void {
  checkFieldValues(act.state, values);
  for (const fieldId of [...issue.fieldValues.keys()])
    if (!values.has(fieldId)) removeFieldValue(act, issue, fieldId);
  addFieldValues(act, issue, values);
}

export function removeFieldValue(act: Act, issue: Issue, fieldId: number): void {
  if (!issue.fieldValues.delete(fieldId)) throw new Refusal("not-found", "Not Found");
  recordTimeline(act, issue, { event: "issue_field_removed", field: fieldWith(act, fieldId) });
}

function fieldWith(act: Act, fieldId: number): IssueField {
  const field = act.state.issueFields.find(({ id }) => id === fieldId);
  if (!field) throw new Refusal("unprocessable", `Could not find issue field ${fieldId}`);
  return field;
}

function fits(field: IssueField, value: IssueFieldValue): boolean {
  switch (field.dataType) {
    case "date":
      return typeof value === "string" && isCivilDate(value);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "text":
      return typeof value === "string";
    case "single_select":
      return field.options.some(({ id }) => id === value);
  }
}

const isCivilDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
