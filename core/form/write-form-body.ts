import type { CivilDate } from "../calendar/index.ts";
import type { ProcessDefinition } from "../definition/index.ts";
import { formFields } from "./form-fields.ts";

/**
 * The body of a start issue as GitHub writes it from the form, for runs that the bot begins itself.
 * Fields without an answer get their default, and `_No response_` when they have none.
 */
export function writeFormBody(
  definition: ProcessDefinition,
  anchorDate: CivilDate,
  answers: ReadonlyMap<string, string>,
): string {
  return formFields(definition)
    .map((field) => {
      const given = field.id === "anchor-date" ? anchorDate : answers.get(field.id);
      return `### ${field.label}\n\n${given ?? field.default ?? "_No response_"}`;
    })
    .join("\n\n");
}

/** The body of a start issue with another anchor date, and nothing else changed; the same text when it has no such answer. */
export function withAnchorDate(body: string, definition: ProcessDefinition, anchorDate: CivilDate): string {
  const lines = body.split("\n");
  const heading = lines.findIndex((line) => line.trimEnd() === `### ${definition.anchor}`);
  const answer = heading < 0 ? -1 : lines.findIndex((line, index) => index > heading && line.trim() !== "");
  return answer < 0 ? body : lines.with(answer, anchorDate).join("\n");
}
