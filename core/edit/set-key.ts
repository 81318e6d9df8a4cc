import type { TextEdit } from "./text-edit.ts";
import type { FieldValue } from "./wish.ts";
import { writeValue } from "./write-value.ts";
import type { KeyPlace, MapPlace } from "./yaml-places.ts";

/** What {@link setKey} looks at. */
export interface KeyWish {
  readonly yaml: string;
  readonly map: MapPlace;
  readonly key: string;
  /** Null takes the key away. */
  readonly value: FieldValue;
  readonly order: readonly string[];
}

/**
 * The edits that give a key of a map a value, or take it away; none when there is nothing to do. A new key comes where
 * `order` has it among those that are there.
 */
export function setKey(wish: KeyWish): TextEdit[] {
  const { map, key, value } = wish;
  const existing = map.keys.find((place) => place.key === key);
  if (value === null) return existing ? [removal(existing, wish)] : [];
  return [existing ? replacement(existing, value, wish) : addition(value, wish)];
}

function replacement(place: KeyPlace, value: Exclude<FieldValue, null>, { yaml, map }: KeyWish): TextEdit {
  const colon = yaml.indexOf(":", place.keyEnd) + 1;
  if (place.value === null) return { start: colon, end: colon, text: ` ${writeValue(value, map.isFlow)}` };
  const { start, end, style, isBlock } = place.value;
  const written = writeValue(value, map.isFlow, style);
  if (!isBlock) return { start, end, text: written };
  // What stood on lines of its own comes behind the colon; a block of text ends with the line.
  const isWholeLines = yaml[end - 1] === "\n";
  return { start: colon, end, text: ` ${written}${isWholeLines ? "\n" : ""}` };
}

function addition(value: Exclude<FieldValue, null>, { yaml, map, key, order }: KeyWish): TextEdit {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const before = map.keys.filter((place) => rank(place.key) <= rank(key)).at(-1);
  const next = map.keys[before === undefined ? 0 : map.keys.indexOf(before) + 1];
  const written = `${key}: ${writeValue(value, map.isFlow)}`;
  if (before === undefined) {
    if (next === undefined) return { start: map.start + 1, end: map.start + 1, text: ` ${written} ` };
    const gap = map.isFlow ? ", " : `\n${" ".repeat(columnOf(yaml, next.keyStart))}`;
    return { start: next.keyStart, end: next.keyStart, text: `${written}${gap}` };
  }
  const end = before.value?.end ?? yaml.indexOf(":", before.keyEnd) + 1;
  if (map.isFlow) return { start: end, end, text: `, ${written}` };
  const indent = " ".repeat(columnOf(yaml, before.keyStart));
  if (yaml[end - 1] === "\n") return { start: end, end, text: `${indent}${written}\n` };
  const line = lineEnd(yaml, end);
  return { start: line, end: line, text: `\n${indent}${written}` };
}

function removal(place: KeyPlace, { yaml, map }: KeyWish): TextEdit {
  const index = map.keys.indexOf(place);
  const [earlier, next] = [map.keys[index - 1], map.keys[index + 1]];
  const end = place.value?.end ?? yaml.indexOf(":", place.keyEnd) + 1;
  if (map.isFlow) {
    if (next) return { start: place.keyStart, end: next.keyStart, text: "" };
    return { start: earlier ? (earlier.value?.end ?? earlier.keyEnd + 1) : place.keyStart, end, text: "" };
  }
  const lineStart = yaml.lastIndexOf("\n", place.keyStart - 1) + 1;
  // The first key of a list item shares its line with the dash, so the next key moves up.
  if (yaml.slice(lineStart, place.keyStart).trim() !== "" && next)
    return { start: place.keyStart, end: next.keyStart, text: "" };
  if (yaml[end - 1] === "\n") return { start: lineStart, end, text: "" };
  const line = lineEnd(yaml, end);
  // The last line of the front matter has its line break in front of it only.
  return line === yaml.length
    ? { start: Math.max(0, lineStart - 1), end: line, text: "" }
    : { start: lineStart, end: line + 1, text: "" };
}

/** How many characters stand before a place in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** The end of the line that a place is in, its line break not included. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
