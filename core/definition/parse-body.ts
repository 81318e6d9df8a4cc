import type { Heading, Nodes, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFileMessage } from "vfile-message";
import type { Finding } from "./finding.ts";
import { bodyNestedTooDeep } from "./nesting.ts";
import { unsafeFindings } from "./unsafe-mdx.ts";

/** A box of a checklist as it was written. */
export interface ChecklistItem {
  readonly text: string;
  readonly line: number;
}

/** One part of the body: what stands below a `## ` heading, up to the next. */
export interface Section {
  /** The heading's text without marks; empty for the introduction. */
  readonly title: string;
  readonly line: number;
  readonly column: number;
  /** The Markdown below the heading as it was written, without white space around it. */
  readonly markdown: string;
  readonly nodes: readonly RootContent[];
  readonly checklist: readonly ChecklistItem[];
}

/** The body of a process: parsed, never run. */
export interface ParsedBody {
  /** What stands before the first `## ` heading. */
  readonly introduction: Section;
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/**
 * Parses an MDX body in strict mode into sections. `firstLine` is the line of the file that it begins on.
 * What strict mode refuses becomes findings (`mdx-syntax`, `unsafe-mdx`); nothing is ever run.
 */
export function parseBody(body: string, firstLine: number): ParsedBody {
  // Blank lines stand for the front matter, so that every position is one of the file.
  const text = "\n".repeat(firstLine - 1) + body;
  const tooDeep = bodyNestedTooDeep(text);
  if (tooDeep) return { introduction: emptySection, sections: [], findings: [tooDeep] };
  let tree: Root;
  try {
    tree = parseMdx(text);
  } catch (error) {
    return { introduction: emptySection, sections: [], findings: [syntaxFinding(error, firstLine)] };
  }
  const starts = tree.children.flatMap((node, index) =>
    isSectionHeading(node) ? [{ heading: node, index }] : [],
  );
  const introduction = sectionOf(text, undefined, tree.children.slice(0, starts[0]?.index));
  const sections = starts.map(({ heading, index }, position) =>
    sectionOf(text, heading, tree.children.slice(index + 1, starts[position + 1]?.index)),
  );
  return { introduction, sections, findings: unsafeFindings(tree) };
}

/** The Markdown tree of an MDX text. Throws a VFileMessage when it is no MDX; runs nothing. */
export function parseMdx(text: string): Root {
  return parser.parse(text);
}

const emptySection: Section = { title: "", line: 1, column: 1, markdown: "", nodes: [], checklist: [] };

function isSectionHeading(node: RootContent): node is Heading {
  return node.type === "heading" && node.depth === 2;
}

function sectionOf(text: string, heading: Heading | undefined, nodes: readonly RootContent[]): Section {
  const from = nodes[0]?.position?.start.offset;
  const to = nodes.at(-1)?.position?.end.offset;
  const start = (heading ?? nodes[0])?.position?.start;
  return {
    title: heading ? textOf(heading).replace(/\s+/g, " ").trim() : "",
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    markdown: from === undefined || to === undefined ? "" : text.slice(from, to).trim(),
    nodes,
    checklist: nodes.flatMap(checklistOf),
  };
}

function checklistOf(node: Nodes): ChecklistItem[] {
  const own =
    node.type === "listItem" && typeof node.checked === "boolean"
      ? [{ text: textOf(node.children[0] ?? node).trim(), line: node.position?.start.line ?? 1 }]
      : [];
  return "children" in node ? [...own, ...(node.children as Nodes[]).flatMap(checklistOf)] : own;
}

function syntaxFinding(error: unknown, firstLine: number): Finding {
  if (!(error instanceof VFileMessage)) throw error;
  // Errors about an unclosed tag name its place in their text only: "(13:1-13:6)".
  const [, line, column] = / \((\d+):(\d+)-\d+:\d+\)/.exec(error.reason) ?? [];
  const reason = error.reason.replace(/ \(\d+:\d+-\d+:\d+\)/g, "").replace(/[.]+$/, "");
  return {
    problemId: "mdx-syntax",
    line: error.line ?? (line ? Number(line) : firstLine),
    column: error.column ?? (column ? Number(column) : 1),
    message: `This is not readable MDX (${reason.slice(0, 200)}); write \`\\<\` or \`\\{\` where a plain sign is meant, and close every tag.`,
  };
}
