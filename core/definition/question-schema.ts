import { z } from "zod";
import { choice, flag, id, line, list, paragraph, roleId, scalarText } from "./field-kinds.ts";

/** The types a start form field can have. */
export const askTypes = [
  "text",
  "long-text",
  "choice",
  "number",
  "date",
  "person",
  "yes-no",
  "list",
] as const;

/** One field of the start form. */
export const askFieldSchema = z.strictObject({
  id: id().describe("Name of the field; `when` and `--set` use it."),
  label: line(80).describe("The question as the start form asks it."),
  type: choice(askTypes).optional().describe("What kind of answer is expected; `text` when left out."),
  options: list(scalarText(), "a list of choices", 50)
    .optional()
    .describe("The choices of a `choice` field."),
  required: flag().optional().describe("Whether the form must be filled in here; no when left out."),
  default: scalarText().optional().describe("The answer that is filled in beforehand."),
  help: paragraph(300).optional().describe("A sentence below the question."),
  role: roleId()
    .optional()
    .describe("The role that whoever is named in the answer to a `person` question takes in this run."),
});

export type AskFieldShape = z.output<typeof askFieldSchema>;
