import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A body that is no MDX. */
export const mdxSyntax: HandbookRule = {
  id: "mdx-syntax",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose:
    "The body can be read as MDX: every tag is closed, and plain `<` and `{` are written as `\\<` and `\\{`.",
  why: "MDX reads `<` before a letter as the start of a component and `{` as the start of an expression. Write a backslash before them where the sign itself is meant.",
  examples: [
    {
      title: "A component that is never closed",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n<Tip>\n\nStart early.\n",
      },
      at: "<Tip>",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n<Tip>\n\nStart early.\n\n</Tip>\n",
      },
    },
  ],
  check: foundWhenReading("mdx-syntax"),
};
