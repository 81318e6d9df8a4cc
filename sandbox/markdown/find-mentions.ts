import type { Nodes } from "hast";
import { mentionPattern } from "./mention-pattern.ts";
import { safeTree } from "./safe-tree.ts";

const silent = new Set(["a", "code", "pre"]);

/**
 * The logins a Markdown text mentions, in lower case, once each. As on GitHub, what stands in code, in a link's
 * text or in an HTML comment mentions nobody; what stands in other HTML does.
 */
export function findMentions(markdown: string): readonly string[] {
  if (!markdown.includes("@")) return [];
  const before = known.get(markdown);
  if (before) return before;
  const found = new Set<string>();
  const tree = safeTree(markdown);
  if (tree !== null) collect(tree, found);
  if (known.size >= mostKnown) known.clear();
  known.set(markdown, [...found]);
  return [...found];
}

/** A text that is edited is asked for again, and tests play the same life many times. */
const known = new Map<string, readonly string[]>();
const mostKnown = 500;

function collect(node: Nodes, found: Set<string>): void {
  if (node.type === "text")
    for (const match of node.value.matchAll(mentionPattern)) found.add((match[1] ?? "").toLowerCase());
  if (node.type === "element" && silent.has(node.tagName)) return;
  if ("children" in node) for (const child of node.children) collect(child, found);
}
