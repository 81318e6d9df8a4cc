import type { Nodes, Root } from "mdast";

/** Every node of a tree, each before what it holds, in the order written. */
export function* walkTree(tree: Root): Generator<Nodes> {
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    if ("children" in node) pending.push(...(node.children as Nodes[]).toReversed());
  }
}

/** Moves every position of a tree down by lines, and on by characters, to where its text stands in the file. */
export function moveTree(tree: Root, lines: number, characters: number): Root {
  for (const { position } of walkTree(tree)) {
    for (const point of position ? [position.start, position.end] : []) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += characters;
    }
  }
  return tree;
}
