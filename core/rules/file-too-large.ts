import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A file larger than anyone will read. */
export const fileTooLarge: HandbookRule = {
  id: "file-too-large",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "A file has at most 65,536 characters and 2,000 lines, and no flood of blanks or marks.",
  why: "That is about forty printed pages, and no colleague reads more to do one thing. A larger file is a mistake, or an attempt to keep the build busy.",
  examples: [
    {
      title: "A flood of blank lines",
      wrong: { file: `---\n${"\n".repeat(3000)}---\n` },
      at: "---",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: foundWhenReading("file-too-large"),
};
