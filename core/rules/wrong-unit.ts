import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A time or offset without its sign or unit, or with one its field cannot take. */
export const wrongUnit: HandbookRule = {
  id: "wrong-unit",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Every offset and length says its unit, and an offset says its direction.",
  why: "Thirty could be days, business days or minutes, before or after the anchor date. A wrong guess would date a whole run wrongly.",
  examples: [
    {
      title: "An offset without a unit",
      wrong: { process: "steps:\n  - { id: draft, title: Write the draft, role: author, due: 30 }" },
      at: "30",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author, due: -30d }" },
    },
  ],
  check: foundWhenReading("wrong-unit"),
};
