import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A program, or an unknown component, in the body. */
export const unsafeMdx: HandbookRule = {
  id: "unsafe-mdx",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose:
    "The body holds text and known components only: no import, export, `{expression}`, other component or computed attribute.",
  why: "MDX can hold programs. Anyone who may suggest a change could then run code where the handbook is built, so Handrail refuses all of it and runs none.",
  examples: [
    {
      title: "An import",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: 'import secrets from "node:fs"\n\n## Write the draft\n\nBegin.\n',
      },
      at: "import",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nBegin.\n",
      },
    },
    {
      title: "An expression",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSend it to {customer}.\n",
      },
      at: "{customer}",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nSend it to the customer.\n",
      },
    },
  ],
  check: foundWhenReading("unsafe-mdx"),
};
