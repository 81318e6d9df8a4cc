import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { rememberEach } from "../remember-each.ts";
import type { DataPath } from "./located-yaml.ts";

/** The node a path names, or the nearest one around it that is there; nothing in an empty document. */
export function nodeAt(document: Document, path: DataPath): Node | undefined {
  let node = document.contents as Node | null;
  for (const key of path) {
    const next: unknown = isMap(node)
      ? pairOf(node, key)?.value
      : isSeq(node) && typeof key === "number"
        ? node.items[key]
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
  const pair = pairOf(parent, key);
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

/** A map is asked for many of its keys, and looked through once. */
const pairsByKey = rememberEach(
  ({ items }: YAMLMap): ReadonlyMap<string, Pair> =>
    new Map(
      items.flatMap((pair) =>
        isPair(pair) && isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [],
      ),
    ),
);

function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return pairsByKey(map).get(String(key));
}
