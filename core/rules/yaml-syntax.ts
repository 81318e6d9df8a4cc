import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** Text that is no YAML. */
export const yamlSyntax: HandbookRule = {
  id: "yaml-syntax",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Front matter and the YAML files can be read as YAML 1.2.",
  why: "One wrong indentation or a missing quote changes what a whole block means, so nothing is guessed.",
  examples: [
    {
      title: "A bracket that is never closed",
      wrong: { process: "tags: [news, blog" },
      at: "[news, blog",
      right: { process: "tags: [news, blog]" },
    },
    {
      title: "Brackets nested without end",
      wrong: { process: `tags: ${"[".repeat(50)}` },
      at: "tags",
      right: { process: "tags: [news]" },
    },
  ],
  check: foundWhenReading("yaml-syntax"),
};
