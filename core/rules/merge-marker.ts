import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** The marks that Git leaves where two people changed one place. */
export const mergeMarker: HandbookRule = {
  id: "merge-marker",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "No file holds the marks of a merge that was not finished.",
  why: "Where two people changed the same lines, Git writes both versions into the file, between lines of `<`, `=` and `>`, and waits for somebody to choose. Until then the file says two things.",
  examples: [
    {
      title: "Two versions of a summary",
      wrong: {
        process:
          "title: Write an article\n<<<<<<< HEAD\nsummary: A text.\n=======\nsummary: A good text.\n>>>>>>> other",
      },
      at: "<<<<<<< HEAD",
      right: { process: "title: Write an article\nsummary: A good text." },
    },
  ],
  check: foundWhenReading("merge-marker"),
};
