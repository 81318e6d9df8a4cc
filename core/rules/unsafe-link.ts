import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A link that leads somewhere a handbook must not. */
export const unsafeLink: HandbookRule = {
  id: "unsafe-link",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Links begin with `https://`, `http://` or `mailto:`, or lead to a page of the handbook.",
  why: "A link can also hold a program (`javascript:`) or hide where it leads. Readers trust the links of their handbook.",
  examples: [
    {
      title: "A link that is a program",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nUse [the template](javascript:alert(1)).\n",
      },
      at: "[the template]",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nUse [the template](https://example.org/template).\n",
      },
    },
  ],
  check: foundWhenReading("unsafe-link"),
};
