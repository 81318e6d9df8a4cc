import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { mentionPattern } from "./mention-pattern.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * The logins a Markdown text mentions, in lower case, once each. As on GitHub, what stands in code, in a link's
 * text or in an HTML comment mentions nobody.
 */
export function findMentions(markdown: string): string[] {
  if (!markdown.includes("@")) return [];
  const found = new Set<string>();
  collect(parser.parse(markdown), found);
  return [...found];
}

function collect(node: Nodes, found: Set<string>): void {
  if (node.type === "link") return;
  if (node.type === "text")
    for (const match of node.value.matchAll(mentionPattern)) found.add((match[1] ?? "").toLowerCase());
  if ("children" in node) for (const child of node.children) collect(child, found);
}
