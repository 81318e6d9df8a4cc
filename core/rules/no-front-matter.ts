import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A process file without front matter. */
export const noFrontMatter: HandbookRule = {
  id: "no-front-matter",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "A process file begins with front matter between two `---` lines.",
  why: "Title, people and dates stand there; without it the file is a text that cannot be run.",
  examples: [
    {
      title: "A plain text file",
      wrong: { file: "# How we write\n\nFirst, think.\n" },
      at: "# How",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: foundWhenReading("no-front-matter"),
};
