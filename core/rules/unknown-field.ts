import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A field that no handbook file has. */
export const unknownField: HandbookRule = {
  id: "unknown-field",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Only fields of the reference are used.",
  why: "A misspelt field would be ignored in silence: the step would have no due date, and nobody would notice until the day.",
  examples: [
    {
      title: "A misspelt field",
      wrong: { process: "steps:\n  - { id: draft, title: Write the draft, role: author, du: -3d }" },
      at: "du:",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author, due: -3d }" },
    },
  ],
  check: foundWhenReading("unknown-field"),
};
