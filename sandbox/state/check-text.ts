import { Refusal } from "./refusal.ts";

const maximumTitleLength = 256;
/** https://github.com/googleapis/release-please/blob/main/docs/design.md: GitHub counts characters, not bytes. */
const maximumBodyLength = 65_536;

/** Refuses a title that is blank or too long, and a body that is too long. */
export function checkText(resource: "Issue" | "IssueComment", text: { title?: string; body?: string }): void {
  const { title, body } = text;
  if (title !== undefined && title.trim() === "")
    throw new Refusal("unprocessable", "Title can't be blank", [
      { resource, field: "title", code: "missing_field" },
    ]);
  if (title !== undefined && [...title].length > maximumTitleLength)
    throw tooLong(resource, "title", maximumTitleLength);
  if (body !== undefined && [...body].length > maximumBodyLength)
    throw tooLong(resource, "body", maximumBodyLength);
}

function tooLong(resource: string, field: string, maximum: number): Refusal {
  const message = `${field} is too long (maximum is ${maximum} characters)`;
  return new Refusal("unprocessable", message, [{ resource, field, code: "custom", message }]);
}
