import fc from "fast-check";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { findMentions } from "../../sandbox/markdown/find-mentions.ts";
import { plainText } from "../../sandbox/markdown/plain-text.ts";
import { renderMarkdown } from "../../sandbox/markdown/render-markdown.ts";
import { createState } from "../../sandbox/state/create-state.ts";
import { createUrls } from "../../sandbox/urls.ts";
import { openIssue, start, users } from "./start.ts";

const state = createState(
  {
    repository: "acme/handbook",
    ownerType: "Organization",
    visibility: "public",
    users,
    organisationFeatures: { issueTypes: true, issueFields: true },
    appSlug: "handrail",
    appPermissions: {},
  },
  "2026-03-02T08:00:00Z",
);
const references = { state, urls: createUrls(() => "http://127.0.0.1:1", "") };
const render = (text: string) => renderMarkdown(text, references);

const shown: readonly (readonly [string, string, string])[] = [
  [
    "a table",
    "|a|\n|-|\n|b|",
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>',
  ],
  ["a task", "- [x] done", '<input type="checkbox" checked disabled aria-label="Done"> done'],
  ["a line break", "a\nb", "<p>a<br>\nb</p>"],
  ["an alert", "> [!WARNING]\n> Late", '<div class="alert alert-warning"><p class="alert-title">Warning</p>'],
  ["a quote that is no alert", "> [!HELLO]\n> x", "<blockquote>"],
  ["a diagram", "```mermaid\ngantt\n```", '<figure class="diagram"><figcaption>'],
  ["a fold", "<details><summary>S</summary>\n\nText\n\n</details>", "<details><summary>S</summary>"],
  ["a mention", "@demo-ines", '<a href="http://127.0.0.1:1/demo-ines" class="user-mention">@demo-ines</a>'],
  ["a mention of nobody", "@nobody", "<p>@nobody</p>"],
  ["a reference to nothing", "#99", "<p>#99</p>"],
  [
    "an image from elsewhere",
    "![alt](https://example.com/a.png)",
    '<a href="https://example.com/a.png" rel="nofollow noopener">Image: alt</a>',
  ],
  ["a hidden comment", "a<!-- hidden -->b", "<p>ab</p>"],
  ["deleted text", "~~no~~", "<del>no</del>"],
];
test.each(shown)("%s", (_name, text, expected) => {
  expect(render(text)).toContain(expected);
});

test("#n points at an issue that is there, in GraphQL's bodyHTML too", async () => {
  const sandbox = await start();
  await openIssue(sandbox.bot, "One");
  await sandbox.bot.rest.issues.update({
    owner: "acme",
    repo: "handbook",
    issue_number: 1,
    body: "See #1, not `#1`",
  });
  const query = `{ repository(owner: "acme", name: "handbook") { issue(number: 1) { bodyHTML } } }`;
  expect(await sandbox.bot.graphql(query)).toEqual({
    repository: {
      issue: {
        bodyHTML: `<p>See <a href="${sandbox.url}/acme/handbook/issues/1" class="issue-link">#1</a>, not <code>#1</code></p>`,
      },
    },
  });
});

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  '<a href="&#106;avascript:alert(1)">x</a>',
  "<svg onload=alert(1)>",
  "<iframe src=https://evil.example></iframe>",
  "<style>*{display:none}</style>",
  '<p style="position:fixed">x</p>',
  "<form action=https://evil.example><button>x</button></form>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "```mermaid\n<script>alert(1)</script>\n```",
  "> [!NOTE]\n> <script>alert(1)</script>",
  '@demo-ines"><script>alert(1)</script>',
];
test.each(hostile)("%s does nothing", (text) => {
  expect(dangers(fromHtml(render(text), { fragment: true }))).toEqual([]);
});

test("no mixture of pieces does anything, either", () => {
  const piece = fc.constantFrom(
    ...hostile,
    ...shown.map(([, text]) => text),
    "\n\n",
    "> ",
    "- ",
    "`",
    "</details>",
    "<b",
    "\"'>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(dangers(fromHtml(render(pieces.join("")), { fragment: true }))).toEqual([]);
    }),
  );
});

test("a text that would exhaust the stack is shown as it is", () => {
  expect(render(`${"> ".repeat(20_000)}<script>`)).toMatch(/&lt;script&gt;|&#x3C;script>/);
});

function dangers(node: Nodes): string[] {
  const own: string[] = [];
  if (node.type === "element") {
    if (["script", "style", "iframe", "object", "form", "svg", "math", "img"].includes(node.tagName))
      own.push(node.tagName);
    for (const [name, value] of Object.entries(node.properties))
      if (/^on|^style$/i.test(name) || /^\s*(javascript|data|vbscript):/i.test(String(value))) own.push(name);
  }
  return [...own, ...("children" in node ? node.children.flatMap(dangers) : [])];
}

describe("mentions", () => {
  test.each<[string, readonly string[]]>([
    ["@demo-ines and @Demo-Tom.", ["demo-ines", "demo-tom"]],
    ["(@demo-ines)", ["demo-ines"]],
    ["**@demo-ines**, @demo-ines", ["demo-ines"]],
    ["> @demo-ines", ["demo-ines"]],
    ["`@demo-ines`", []],
    ["```\n@demo-ines\n```", []],
    ["mail@demo-ines.ch", []],
    ["@acme/team", []],
    ["<!-- @demo-ines -->", []],
    ["<!-- marker -->@demo-ines", ["demo-ines"]],
    ["<b>@demo-ines</b>", ["demo-ines"]],
    [`${"> ".repeat(20_000)}@demo-ines`, []],
    ["[@demo-ines](https://example.com)", []],
    ["\\@demo-ines", ["demo-ines"]],
    ["@\u200bdemo-ines", []],
  ])("%j: %j", (text, expected) => {
    expect(findMentions(text)).toEqual(expected);
  });
});

test("plain text is one line without markup, cut at the end", () => {
  expect(plainText("# Title\n\n- a **b** `c`\n\n<!-- m --><b>d</b>", 100)).toBe("Title a b c d");
  expect(plainText("word ".repeat(100), 12)).toBe("word word w…");
});
