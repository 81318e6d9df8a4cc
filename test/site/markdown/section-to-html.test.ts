import { expect, test } from "vitest";
import { parseProcess } from "../../../core/definition/index.ts";
import { instructionsToHtml } from "../../../site/markdown/instructions-to-html.ts";
import { resolveLink } from "../../../site/markdown/resolve-link.ts";
import { sectionToHtml } from "../../../site/markdown/section-to-html.ts";
import { shippedFiles } from "../../builders.ts";
import { generateHandbook } from "../bench/generate-handbook.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const options = () => ({
  headingShift: 1,
  idPrefix: "step",
  terms: new Map([["anchor date", "/glossary/#anchor-date"]]),
  names: [],
  resolveLink: (url: string) => resolveLink(url, "content/example.mdx", "/"),
  drawMermaid: () => undefined,
  asked: { ask: [], steps: [] },
});

const samples = `
- [ ] a *b* and \`code\`
- [x] done

1. one
2. two
   - nested

> quote "with" -- dashes ... and 'marks'

| a | b |
|---|:-:|
| 1 | **2** |

~~gone~~ https://example.org and [a link](../events/fair.mdx "Title") ![pic](https://example.org/x.png)

### A heading

#### Another one

\`\`\`js
const a = 1;
\`\`\`

***

hard\\
break  
here &amp; there &copy;
`;

const files = new Map([
  ...[...shippedFiles(), ...showcaseHandbook(), ...generateHandbook(5, 7)].filter(([path]) =>
    path.endsWith(".mdx"),
  ),
  ["content/samples.mdx", `---\ntitle: x\n---\n${samples}`],
]);

test.each([...files])("the quick way and the tree give the same HTML for %s", (path, text) => {
  const { body } = parseProcess({ path, text });
  for (const section of [body.introduction, ...body.sections])
    expect(sectionToHtml(section, options())).toBe(instructionsToHtml(section.nodes, options()));
});
