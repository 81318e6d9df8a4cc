import type { Heading, Nodes, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** A box of a checklist as it was written. */
export interface ChecklistItem {
  readonly text: string;
  readonly line: number;
}

/** One part of the body: what stands below a `## ` heading, up to the next. */
export interface Section {
  /** The heading's text without marks, with the places of answers as written; empty for the introduction. */
  readonly title: string;
  readonly line: number;
  readonly column: number;
  /** The Markdown below the heading as it was written, without white space around it. */
  readonly markdown: string;
  /** The parsed Markdown; worked out when it is first asked for where the section holds nothing but words. */
  readonly nodes: readonly RootContent[];
  readonly checklist: readonly ChecklistItem[];
}

/** A text cut into sections. */
export interface CutTree {
  readonly introduction: Section;
  readonly sections: readonly Section[];
  /** What the text was parsed into; absent where it was read without a parser. */
  readonly tree?: Root;
}

/** The introduction of a body that has none. */
export const emptySection: Section = {
  title: "",
  line: 1,
  column: 1,
  markdown: "",
  nodes: [],
  checklist: [],
};

/** Cuts a tree at its `## ` headings. `text` is what it was parsed from, `before` the characters of the body before it. */
export function cutTree(tree: Root, text: string, before: number): CutTree {
  const starts = tree.children.flatMap((node, index) =>
    isSectionHeading(node) ? [{ heading: node, index }] : [],
  );
  const firstNodes = tree.children.slice(0, starts[0]?.index);
  const sections = starts.map(({ heading, index }, position) =>
    sectionOf(text, before, heading, tree.children.slice(index + 1, starts[position + 1]?.index)),
  );
  const introduction =
    firstNodes.length === 0 ? emptySection : sectionOf(text, before, undefined, firstNodes);
  return { introduction, sections, tree };
}

function isSectionHeading(node: RootContent): node is Heading {
  return node.type === "heading" && node.depth === 2;
}

function sectionOf(
  text: string,
  before: number,
  heading: Heading | undefined,
  nodes: readonly RootContent[],
): Section {
  const from = nodes[0]?.position?.start.offset;
  const to = nodes.at(-1)?.position?.end.offset;
  const start = (heading ?? nodes[0])?.position?.start;
  return {
    title: heading ? heading.children.map(wordsOf).join("").replace(/\s+/g, " ").trim() : "",
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    markdown: from === undefined || to === undefined ? "" : text.slice(from - before, to - before).trim(),
    nodes,
    checklist: nodes.flatMap(checklistOf),
  };
}

/** The words of a heading; the place of an answer keeps its brackets, so that the heading equals the title of its step. */
function wordsOf(node: Nodes): string {
  if (node.type === "mdxTextExpression") return `{${node.value}}`;
  return "children" in node ? (node.children as Nodes[]).map(wordsOf).join("") : textOf(node);
}

function checklistOf(node: Nodes): ChecklistItem[] {
  const own =
    node.type === "listItem" && typeof node.checked === "boolean"
      ? [{ text: textOf(node.children[0] ?? node).trim(), line: node.position?.start.line ?? 1 }]
      : [];
  return "children" in node ? [...own, ...(node.children as Nodes[]).flatMap(checklistOf)] : own;
}
