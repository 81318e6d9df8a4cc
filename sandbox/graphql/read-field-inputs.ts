import type { Act, IssueFieldValue } from "../state/types.ts";
import { GraphqlRefusal } from "./graphql-refusal.ts";

export interface FieldInput {
  readonly fieldId: string;
  readonly dateValue?: string | null;
  readonly textValue?: string | null;
  readonly numberValue?: number | null;
  readonly singleSelectOptionId?: string | null;
  readonly delete?: boolean | null;
}

/** What a list of field inputs asks for: the values to set and the ids of the fields to clear. */
export function readFieldInputs(
  act: Act,
  inputs: readonly FieldInput[],
): { values: Map<number, IssueFieldValue>; cleared: number[] } {
  const values = new Map<number, IssueFieldValue>();
  const cleared: number[] = [];
  for (const input of inputs) {
    const field = act.state.issueFields.find(({ nodeId }) => nodeId === input.fieldId);
    if (field === undefined)
      throw new GraphqlRefusal(
        "NOT_FOUND",
        `Could not resolve to a node with the global id of '${input.fieldId}'`,
      );
    if (input.delete === true) {
      cleared.push(field.id);
      continue;
    }
    const given = {
      date: input.dateValue,
      text: input.textValue,
      number: input.numberValue,
      single_select: field.options.find(({ nodeId }) => nodeId === input.singleSelectOptionId)?.id,
    }[field.dataType];
    if (given == null)
      throw new GraphqlRefusal("UNPROCESSABLE", `The field ${field.name} needs a ${field.dataType} value.`);
    values.set(field.id, given);
  }
  return { values, cleared };
}
