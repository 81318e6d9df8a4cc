import type { IssueField, IssueFieldValue } from "./types.ts";

/** A native value as a text, of a single select the name of the option. */
export function fieldText({
  field,
  value,
}: {
  readonly field: IssueField;
  readonly value: IssueFieldValue;
}): string {
  return field.options.find(({ id }) => id === value)?.name ?? String(value);
}
