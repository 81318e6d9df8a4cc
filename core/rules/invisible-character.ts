import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A character that cannot be seen, or that turns the text around it. */
export const invisibleCharacter: HandbookRule = {
  id: "invisible-character",
  scope: "handbook",
  severity: "error",
  purpose: "Texts hold no invisible characters, and none that change the direction of writing.",
  why: "An invisible character makes two words that look alike differ, and one that changes the direction can make a text read as its opposite. They mostly come along when text is copied from elsewhere.",
  examples: [
    {
      title: "A zero-width space in a title",
      wrong: { process: "title: Write an\u200b article" },
      at: "\u200b article",
      right: { process: "title: Write an article" },
    },
    {
      title: "An override of the writing direction",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSend it to \u202eevil\u202c nobody.\n".replace("\u202c", ""),
      },
      at: "\u202e",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSend it to nobody. 👩‍💻\n",
      },
    },
  ],
  check: foundWhenReading("invisible-character"),
};
