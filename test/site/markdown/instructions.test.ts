import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { parseProcess } from "../../../core/definition/index.ts";
import { instructionsToHtml } from "../../../site/markdown/instructions-to-html.ts";
import { resolveLink } from "../../../site/markdown/resolve-link.ts";
import { sectionToHtml } from "../../../site/markdown/section-to-html.ts";

function htmlOf(markdown: string, terms = new Map<string, string>()): string {
  const { body } = parseProcess({ path: "content/example.mdx", text: `---\ntitle: x\n---\n\n${markdown}` });
  return instructionsToHtml(body.introduction.nodes, {
    headingShift: 1,
    idPrefix: "step",
    terms,
    names: [...terms.keys(), "marketing lead"],
    resolveLink: (url) => resolveLink(url, "content/example.mdx", "/team/"),
    drawMermaid: () => undefined,
    asked: { ask: [], steps: [] },
  });
}

test.each([
  ["- [ ] Call her", '<ul class="checklist">\n<li class="check"> Call her</li>\n</ul>'],
  ["### Then", '<h4 id="step--then">Then</h4>'],
  ["[Web](https://example.org)", '<p><a href="https://example.org" rel="external noopener">Web</a></p>'],
  ["[Fair](../events/fair.mdx#decide)", '<p><a href="/team/processes/fair/#decide">Fair</a></p>'],
  ["[Glossary](/glossary/)", '<p><a href="/team/glossary/">Glossary</a></p>'],
  [
    "![A chart](https://example.org/x.png)",
    '<p><a href="https://example.org/x.png" rel="external noopener">A chart</a></p>',
  ],
  [
    '<Tip title="Early">\nAsk.\n</Tip>',
    '<div class="aside aside-tip" role="note"><p class="aside-title">Early</p>\n<p>Ask.</p>\n</div>',
  ],
  ["`a < b`", "<p><code>a &#x3C; b</code></p>"],
])("%s", (markdown, html) => expect(htmlOf(markdown)).toBe(html));

describe("terms", () => {
  test.each([
    [
      "inside the title of a role",
      "A marketing lead asks. A lead answers.",
      "A marketing lead asks. A [lead] answers.",
    ],
    ["in the plural of one", "Marketing leads ask.", "Marketing leads ask."],
    [
      "inside a longer term that was linked",
      "The lead time, our lead time.",
      "The [lead time], our lead time.",
    ],
    ["beside a longer term", "A lead with a lead time.", "A [lead] with a [lead time]."],
    ["at the end of a line after a role", "Marketing lead, lead", "Marketing lead, [lead]"],
  ])("%s", (_where, text, linked) => {
    const html = htmlOf(text, new Map(["lead time", "lead"].map((term) => [term, "#"])));
    expect(html.replace(/<a [^>]*>/g, "[").replaceAll("</a>", "]")).toBe(`<p>${linked}</p>`);
  });
  const terms = () => new Map([["anchor date", "/glossary/#anchor-date"]]);
  test("are linked where they first stand", () => {
    expect(htmlOf("The anchor date, an Anchor dates.", terms())).toBe(
      '<p>The <a href="/glossary/#anchor-date" class="term">anchor date</a>, an Anchor dates.</p>',
    );
  });
  test.each([
    "`anchor date`",
    "[anchor date](https://example.org)",
    "### anchor date",
    "re-anchor datesheet",
  ])("are left alone in %s", (markdown) => expect(htmlOf(markdown, terms())).not.toContain("glossary"));
});

test("nothing but the elements and attributes of the list comes out", () => {
  const elements =
    /^(?:a|blockquote|br|code|del|div|em|h[2-6]|hr|li|ol|p|pre|strong|sub|sup|table|tbody|td|th|thead|tr|ul|html|head|body)$/;
  const pieces = fc.constantFrom(
    "<script>alert(1)</script>",
    "\\<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](java\\\nscript:alert(1))",
    "![x](data:text/html,x)",
    '<Note title="</p><script>">x</Note>',
    "`</code><script>`",
    "# </h1>",
    "| a |\n|---|\n| \\<b> |",
    "[^1]\n\n[^1]: note",
    "&lt;script&gt;",
    "text",
    "\n\n",
    "- [x] \\<script>",
    "```js\n</pre><script>\n```",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const html = htmlOf(parts.join("\n"));
      const visit = (node: {
        type: string;
        tagName?: string;
        properties?: object;
        children?: unknown[];
      }): void => {
        if (node.type === "element") {
          expect(node.tagName).toMatch(elements);
          for (const [name, value] of Object.entries(node.properties ?? {})) {
            expect(name).not.toMatch(/^on|^style$|^src$/i);
            if (name === "href") expect(String(value)).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
          }
        }
        for (const child of node.children ?? []) visit(child as never);
      };
      visit(fromHtml(html, { fragment: true }) as never);
    }),
    { numRuns: 300 },
  );
});

test("an answer is its question until there is a run", () => {
  const { body } = parseProcess({
    path: "content/example.mdx",
    text: '---\ntitle: x\n---\n\nTake <Answer field="version" /> with <Answer field="other" />.\n\n<Answer field="version" />\n',
  });
  const ask = [{ id: "version", label: "Version <b>", type: "text", options: [], required: false }] as const;
  const html = sectionToHtml(body.introduction, {
    headingShift: 1,
    idPrefix: "step",
    terms: new Map(),
    names: [],
    resolveLink: (url) => url,
    drawMermaid: () => undefined,
    asked: { ask, steps: [] },
  });
  expect(html).toBe(
    "<p>Take <em>‹Version &#x3C;b>›</em> with <em></em>.</p>\n<p><em>‹Version &#x3C;b>›</em></p>",
  );
});
