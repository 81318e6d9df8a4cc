import { z } from "zod";
import { advised, choice, flag, id, line, list, scalarText } from "./field-kinds.ts";

/** The types a value can have that is entered when a step is done. */
export const collectTypes = ["text", "link", "number", "hours", "money", "date", "choice"] as const;

/** One value that is entered when a step is done. */
export const collectFieldSchema = z.strictObject({
  id: id().describe("Name of the value; `/done` and `when` use it."),
  label: line(80).describe("What is entered, as people call it."),
  type: choice(collectTypes)
    .optional()
    .describe(
      "What kind of value it is; `text` when left out. Hours, amounts of money and numbers are added up.",
    ),
  options: list(scalarText(), "a list of choices", 20)
    .optional()
    .describe("The choices of a `choice` value."),
  currency: advised(
    z.string().regex(/^[A-Z]{3}$/),
    "a currency of three capital letters, such as `CHF`",
    "write its code",
    { guess: (found) => found.toUpperCase() },
  )
    .optional()
    .describe("The currency of a `money` value that is written without one."),
  required: flag().optional().describe("Whether the step is not done without it; no when left out."),
});

export type CollectFieldShape = z.output<typeof collectFieldSchema>;
