import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A YAML alias, anchor or tag. */
export const yamlFeature: HandbookRule = {
  id: "yaml-feature",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Values are written out: no YAML anchors, aliases or tags.",
  why: "An alias can make a text of ten lines stand for millions of values, and a tag can ask for code to be run. Nobody who reads a handbook needs either.",
  examples: [
    {
      title: "An alias that repeats a list",
      wrong: { process: "tags: &words [news]" },
      at: "[news]",
      right: { process: "tags: [news]" },
    },
  ],
  check: foundWhenReading("yaml-feature"),
};
