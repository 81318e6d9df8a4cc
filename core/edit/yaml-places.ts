import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { ScalarStyle } from "./write-value.ts";

/** A key of a map with the places of its parts: offsets in the YAML text. */
export interface KeyPlace {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Null where nothing stands behind the colon. */
  readonly value: {
    readonly start: number;
    readonly end: number;
    readonly style: ScalarStyle;
    readonly isBlock: boolean;
  } | null;
}

/** A map with the places of its keys, in the order written. */
export interface MapPlace {
  readonly isFlow: boolean;
  readonly start: number;
  readonly end: number;
  readonly keys: readonly KeyPlace[];
}

/** Where the map of the whole document stands; nothing when it is none. */
export function topMap(document: Document): MapPlace | undefined {
  return isMap(document.contents) ? placeOf(document.contents) : undefined;
}

/** The list of steps: whether it stands in `[ ]`, and its maps with their ids, in the order written. */
export function stepMaps(
  document: Document,
):
  | { readonly isFlow: boolean; readonly steps: readonly { readonly id: string; readonly map: MapPlace }[] }
  | undefined {
  const steps = isMap(document.contents) ? document.contents.get("steps", true) : undefined;
  if (!isSeq(steps)) return undefined;
  return {
    isFlow: steps.flow === true,
    steps: steps.items.flatMap((item) =>
      isMap(item) ? [{ id: String(item.get("id")), map: placeOf(item) }] : [],
    ),
  };
}

function placeOf(map: YAMLMap): MapPlace {
  return {
    isFlow: map.flow === true,
    start: map.range?.[0] ?? 0,
    end: endOf(map),
    keys: map.items.flatMap((pair) => (isPair(pair) && isScalar(pair.key) ? [keyPlace(pair, pair.key)] : [])),
  };
}

function keyPlace(pair: Pair, key: Scalar): KeyPlace {
  const value = pair.value as Node | null;
  const [keyStart, keyEnd] = [key.range?.[0] ?? 0, key.range?.[1] ?? 0];
  const isEmpty = value === null || (isScalar(value) && value.value === null && value.source === "");
  return {
    key: String(key.value),
    keyStart,
    keyEnd,
    value: isEmpty
      ? null
      : {
          start: value.range?.[0] ?? keyEnd,
          end: endOf(value),
          style: styleOf(value),
          isBlock: !isScalar(value) ? !(value as { flow?: boolean }).flow : /^BLOCK/.test(String(value.type)),
        },
  };
}

/** The end of what is written of a value, without comments and empty lines behind it. */
function endOf(node: Node): number {
  const flow = (isMap(node) || isSeq(node)) && node.flow !== true;
  if (!flow) return node.range?.[1] ?? 0;
  const ends = node.items.map((item) => {
    if (!isPair(item)) return endOf(item as Node);
    const value = item.value as Node | null;
    const key = item.key as Node;
    return Math.max(key.range?.[1] ?? 0, value ? endOf(value) : 0);
  });
  return Math.max(node.range?.[0] ?? 0, ...ends);
}

function styleOf(node: Node): ScalarStyle {
  if (!isScalar(node)) return "plain";
  if (node.type === "QUOTE_SINGLE") return "single";
  return node.type === "QUOTE_DOUBLE" ? "double" : "plain";
}
