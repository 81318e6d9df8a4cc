import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A required field that is not there. */
export const missingField: HandbookRule = {
  id: "missing-field",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Every required field is filled in.",
  why: "The handbook page, the plan and the issues are all made from these fields; without one of them a reader or the bot would have to guess.",
  examples: [
    {
      title: "A step without a title",
      wrong: { process: "steps:\n  - { id: draft, role: author }" },
      at: "{ id: draft",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
    {
      title: "A handbook without a title",
      wrong: { handbook: "timeZone: Europe/Zurich\n" },
      at: "timeZone",
      right: { handbook: "title: Handbook\ntimeZone: Europe/Zurich\n" },
    },
  ],
  check: foundWhenReading("missing-field"),
};
