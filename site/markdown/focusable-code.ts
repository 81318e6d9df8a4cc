import type { Nodes } from "hast";

/** Lets the keyboard reach code in pages of the guide, since long lines of it scroll. */
export function focusableCode(): (tree: Nodes) => void {
  return function reach(node: Nodes): void {
    if (node.type === "element" && node.tagName === "pre") node.properties["tabIndex"] = 0;
    if ("children" in node) node.children.forEach(reach);
  };
}
