import { type Document, isMap, isPair, isScalar, type Node } from "yaml";
import type { DataPath } from "./located-yaml.ts";

/** The node a path names, or the nearest one around it that is there; nothing in an empty document. */
export function nodeAt(document: Document, path: DataPath): Node | undefined {
  let node = document.contents as Node | null;
  for (const key of path) {
    const next: unknown =
      typeof key === "number" || isMap(node)
        ? (node as { get?: (key: unknown, keepScalar: boolean) => unknown } | null)?.get?.(key, true)
        : undefined;
    if (next === undefined || next === null) break;
    node = next as Node;
  }
  return node ?? undefined;
}

/** Where the key stands that holds the value a path names; nothing when it has none. */
export function keyOffset(document: Document, path: DataPath): number | undefined {
  const key = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  if (typeof key !== "string" || !isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}
