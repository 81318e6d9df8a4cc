import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** Front matter in another language than YAML. */
export const frontMatterLanguage: HandbookRule = {
  id: "front-matter-language",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Front matter is YAML, and the opening `---` stands alone.",
  why: "Some readers of front matter run what follows `---js` as a program. Handrail reads YAML only and runs nothing.",
  examples: [
    {
      title: "Front matter that is a program",
      wrong: { file: "---js\nmodule.exports = { title: process.env.HOME }\n---\n" },
      at: "---js",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: foundWhenReading("front-matter-language"),
};
