import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A file larger than anyone will read. */
export const fileTooLarge: HandbookRule = {
  id: "file-too-large",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "A file has at most 262,144 characters, and no flood of blank ones.",
  why: "The longest useful process is a tenth of that. A larger file is a mistake, or an attempt to keep the build busy.",
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
