import type { Nodes, PhrasingContent, Root } from "mdast";

/** A remark plugin: in issues and comments, unlike in files, GitHub keeps every line break. */
export function hardBreaks() {
  return (tree: Root): void => breakLines(tree);
}

function breakLines(node: Nodes): void {
  if (!("children" in node)) return;
  const children: Nodes[] = [];
  for (const child of node.children) {
    if (child.type === "text") children.push(...split(child.value));
    else {
      breakLines(child);
      children.push(child);
    }
  }
  (node as { children: Nodes[] }).children = children;
}

function split(text: string): PhrasingContent[] {
  return text.split(/\r?\n/).flatMap((line, at): PhrasingContent[] => {
    const value: PhrasingContent = { type: "text", value: line };
    return at === 0 ? [value] : [{ type: "break" }, value];
  });
}
