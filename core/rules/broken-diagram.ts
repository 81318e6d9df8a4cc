import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** A diagram that Mermaid cannot read. */
export const brokenDiagram: HandbookRule = {
  id: "broken-diagram",
  scope: "handbook",
  severity: "error",
  purpose: "Every `mermaid` fence holds a diagram that Mermaid can read.",
  why: "Readers would see an error, or the text of the diagram, where a picture was meant.",
  examples: [
    {
      title: "An arrow that leads nowhere",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n```mermaid\nflowchart TD\n  idea -->\n```\n",
        facts: {
          brokenDiagrams: new Map([
            ["flowchart TD\n  idea -->", { line: 2, reason: "the line ends where a node was expected" }],
          ]),
        },
      },
      at: "  idea -->",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\n```mermaid\nflowchart TD\n  idea --> draft\n```\n",
        facts: { brokenDiagrams: new Map() },
      },
    },
  ],
  check: ({ parsed, facts }) =>
    [...parsed.processes, ...parsed.pages].flatMap(({ path, body }) =>
      body.fences.flatMap(({ language, text, line }) => {
        const broken = language === "mermaid" ? facts.brokenDiagrams?.get(text) : undefined;
        if (!broken) return [];
        const message = `Mermaid cannot read this diagram (${code(broken.reason, 160)}); correct it, or try it in an editor such as https://mermaid.live.`;
        return [{ path, line: line + (broken.line ?? 0), column: 1, message }];
      }),
    ),
};
