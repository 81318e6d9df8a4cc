import fc from "fast-check";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { parseBody } from "../../../core/definition/parse-body.ts";
import { cutTree } from "../../../core/definition/section.ts";
import { unsafeFindings } from "../../../core/definition/unsafe-mdx.ts";
import { walkTree } from "../../../core/definition/walk-tree.ts";
import { shippedFiles } from "../../builders.ts";
import { tries } from "../../tries.ts";

const wholeParser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The body parsed as one text with everything switched on: slow and plainly right. */
function reference(body: string, firstLine: number) {
  const text = "\n".repeat(firstLine - 1) + body;
  let tree: Root;
  try {
    tree = wholeParser.parse(text);
  } catch {
    return undefined;
  }
  const { introduction, sections } = cutTree(tree, text, 0);
  return { introduction, sections, findings: unsafeFindings([...walkTree(tree)]) };
}

/** What a section says, and the shape of its tree with the lines its nodes stand on. */
function outlineOf({
  title,
  line,
  column,
  markdown,
  checklist,
  nodes,
}: ReturnType<typeof cutTree>["introduction"]) {
  const shape = [...walkTree({ type: "root", children: [...nodes] })].map(
    (node) =>
      `${node.type} ${node.position?.start.line}:${node.position?.start.column}-${node.position?.end.line} ${"value" in node ? node.value : ""}`,
  );
  return { title, line, column, markdown, checklist, shape: shape.slice(1) };
}

function agree(body: string, firstLine: number): void {
  const expected = reference(body, firstLine);
  const parsed = parseBody(body, firstLine);
  if (!expected) {
    expect(parsed.findings.map(({ problemId }) => problemId)).toContain("mdx-syntax");
    return;
  }
  expect(parsed.findings).toEqual(expected.findings);
  expect(parsed.sections.map(outlineOf)).toEqual(expected.sections.map(outlineOf));
  expect(outlineOf(parsed.introduction)).toEqual(outlineOf(expected.introduction));
}

const words = fc.constantFrom(
  ..."Write|the draft|and|*send*|`code`|it.|https://example.org|www.example.org|a@b.ch|[link](x.mdx)|[ref]|![i](j)|{x}|<Tip>|</Tip>|<|{|}|&amp;|\\<|~~no~~|#|1.|>|two  ".split(
    "|",
  ),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
const lines = fc.oneof(
  { arbitrary: fc.constant(""), weight: 4 },
  { arbitrary: sentence, weight: 4 },
  { arbitrary: sentence.map((text) => `## ${text}`), weight: 4 },
  { arbitrary: sentence.map((text) => `- [ ] ${text}`), weight: 4 },
  ...[
    "- [x] ",
    "- ",
    "* ",
    "1. ",
    "> ",
    "# ",
    "### ",
    "##",
    "  ",
    "    ",
    "  - [ ] ",
    " ## ",
    "+ [ ] ",
    "-",
    "> ## ",
    "- ## ",
    "| a | b |",
    "|---|---|",
    "---",
    "===",
    "- - -",
    "```mermaid",
    "```",
    "~~~",
    "[ref]: https://example.org",
    "[^1]",
    "[^1]: note",
    "import x from 'y'",
    "export const z = 1",
    "\t",
    '<Tip title="a">',
    "</Tip>",
    "<!-- x -->",
    "{/* x */}",
    "\u2028",
    "\u00a0",
    "\f",
  ].map((start) =>
    fc.tuple(fc.constant(start), fc.oneof(fc.constant(""), sentence)).map((parts) => parts.join("")),
  ),
);
const bodies = fc.array(lines, { maxLength: 14 }).map((parts) => parts.join("\n"));
const plainBodies = fc
  .array(
    fc.constantFrom(
      "",
      "",
      "## Write the draft",
      "## Send: it, now!",
      "- [ ] Look.",
      "- [x] Ask 1. two",
      "Some words.",
      "- Words",
      "1. one",
      "  more",
      "> said",
      "## ",
      "##",
      "### Small",
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join("\n"));

describe("a body read part by part is the body read as a whole", () => {
  test("for whatever Markdown", () => {
    fc.assert(fc.property(bodies, fc.integer({ min: 1, max: 30 }), agree), { numRuns: tries(1500) });
  });

  test("for words, lists and boxes", () => {
    fc.assert(fc.property(plainBodies, fc.integer({ min: 1, max: 30 }), agree), { numRuns: tries(1500) });
  });

  test.each([...shippedFiles()].filter(([path]) => path.endsWith(".mdx")))("for %s", (_path, text) => {
    agree(text.slice(text.indexOf("\n---\n") + 5), 40);
  });
});
