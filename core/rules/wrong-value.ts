import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A value that its field cannot take. */
export const wrongValue: HandbookRule = {
  id: "wrong-value",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Every value has the form its field asks for.",
  why: "Ids become links, labels and commands, and dates are calculated with; a value in another form would break them later, in front of other people.",
  examples: [
    {
      title: "A kind of step that does not exist",
      wrong: { process: "steps:\n  - { id: draft, title: Write the draft, role: author, kind: aproval }" },
      at: "aproval",
      right: {
        process:
          "steps:\n  - { id: text, title: Write it, role: author }\n  - { id: draft, title: Approve it, kind: approval, approvers: editor }",
      },
    },
    {
      title: "A closure whose dates are the wrong way round",
      wrong: { handbook: "title: Handbook\ncalendar: { closed: [2027-01-02..2026-12-24] }\n" },
      at: "2027",
      right: { handbook: "title: Handbook\ncalendar: { closed: [2026-12-24..2027-01-02] }\n" },
    },
  ],
  check: foundWhenReading("wrong-value"),
};
