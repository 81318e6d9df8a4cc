import { foundWhenReading } from "./found-when-reading.ts";
import type { HandbookRule } from "./rule.ts";

/** A process file without front matter. */
export const noFrontMatter: HandbookRule = {
  id: "no-front-matter",
  scope: "handbook",
  severity: "error",
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
