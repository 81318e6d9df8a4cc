import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A value of another kind than its field takes. */
export const wrongType: HandbookRule = {
  id: "wrong-type",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Every field holds the kind of value the reference names.",
  why: "YAML reads `2026` as a number and `true` as yes or no; a list where one word is expected cannot be used either.",
  examples: [
    {
      title: "A number where text is expected",
      wrong: { process: "summary: 2026" },
      at: "2026",
      right: { process: 'summary: "2026"' },
    },
  ],
  check: foundWhenReading("wrong-type"),
};
