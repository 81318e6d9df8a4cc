import type { Nodes } from "hast";
import { safeTree } from "./safe-tree.ts";

const inline = new Set(["a", "b", "code", "del", "em", "i", "strong", "sub", "sup"]);

/** The words of a Markdown text on one line, cut after `maximum` characters; markup and comments are left out. */
export function plainText(markdown: string, maximum: number): string {
  const tree = safeTree(markdown);
  const text = (tree === null ? markdown : wordsOf(tree)).replace(/\s+/g, " ").trim();
  return text.length > maximum ? `${text.slice(0, maximum - 1).trimEnd()}…` : text;
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const words = node.children.map(wordsOf).join("");
  // Blocks stand apart; what is emphasised within a word must not.
  return node.type === "element" && inline.has(node.tagName) ? words : ` ${words} `;
}
