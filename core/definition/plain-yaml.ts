import type { DataPath } from "./located-yaml.ts";
import { type HearPlace, isPlainKey, NotPlainError, readPlainValue } from "./plain-value.ts";

/** What a plain YAML text holds, and where. */
export interface PlainYaml {
  readonly value: unknown;
  /** The offset of a value; of the nearest value around it when the path names nothing. */
  valueOffset(path: DataPath): number;
  /** The offset of the key that holds a value; nothing when it has none. */
  keyOffset(path: DataPath): number | undefined;
}

/** A line that holds something: how far it is indented, what it says, and the offset of that. */
interface Line {
  readonly indent: number;
  readonly content: string;
  readonly offset: number;
}

interface Reading {
  /** A line that begins with a dash gives way to what follows the dash once its list is read. */
  readonly lines: Line[];
  readonly hear: HearPlace;
}

/** What was read from some lines, and the index of the first line after it. */
interface Block {
  readonly value: unknown;
  readonly next: number;
}

/** White space other than blanks and line ends, and characters that no printed text holds. */
const special = /[^\S \n]|(?!\n)\p{Cc}/u;
const mapEntry = /^([a-z][\w-]{0,63}):(?: +|$)/i;

/**
 * Reads YAML that is written as nearly all of a handbook is: maps, lists, and values that stand on one line, with no sign
 * whose meaning depends on what is around it. Nothing when the text may hold more; then the YAML parser has to read it,
 * which takes ten times as long. What this gives is what the parser would give, and it refuses nothing in such a text.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (special.test(text)) return undefined;
  const value = readRoot({ lines: linesOf(text), hear: () => {} });
  if (value === undefined) return undefined;
  // Most texts are sound, and nobody asks where anything stands in them.
  let places: Places | undefined;
  const located = () => {
    places ??= placesIn(text);
    return places;
  };
  return {
    value,
    valueOffset: (path) => follow(path, located()).offset,
    keyOffset: (path) => {
      const { node } = follow(path.slice(0, -1), located());
      return located()
        .held.get(node)
        ?.get(path.at(-1) ?? "")?.keyOffset;
    },
  };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const content = line.trim();
    const indent = line.search(/[^ ]/);
    const offset = start + indent;
    start += line.length + 1;
    return content === "" || content.startsWith("#") ? [] : [{ indent, content, offset }];
  });
}

/** The map that a text as a whole is; nothing where it is no map, or not plain. */
function readRoot(reading: Reading): object | undefined {
  if (reading.lines[0]?.indent !== 0) return undefined;
  try {
    const { value, next } = readMap(reading, 0);
    return next === reading.lines.length ? (value as object) : undefined;
  } catch (error) {
    if (error instanceof NotPlainError) return undefined;
    throw error;
  }
}

function readMap(reading: Reading, first: number): Block {
  const { lines, hear } = reading;
  const indent = lines[first]?.indent ?? 0;
  const map: Record<string, unknown> = {};
  let next = first;
  for (let line = lines[next]; line?.indent === indent; line = lines[next]) {
    const [head = "", key = ""] = mapEntry.exec(line.content) ?? [];
    if (head === "" || !isPlainKey(key, map)) throw new NotPlainError();
    const isBelow = head.length === line.content.length;
    const below = isBelow ? lines[next + 1]?.offset : undefined;
    const block = isBelow ? readBelow(reading, next + 1, indent) : readInLine(reading, next, head.length);
    hear(map, key, line.offset, below ?? line.offset + head.length);
    map[key] = block.value;
    next = block.next;
  }
  return endOf(map, lines, next, indent);
}

/** The value below a key: a list may stand as far to the left as the key does. */
function readBelow(reading: Reading, first: number, indent: number): Block {
  const line = reading.lines[first];
  const isItem = line?.content.startsWith("- ");
  if (!line || line.indent < indent || (line.indent === indent && !isItem)) throw new NotPlainError();
  return isItem ? readList(reading, first) : readMap(reading, first);
}

function readList(reading: Reading, first: number): Block {
  const { lines, hear } = reading;
  const indent = lines[first]?.indent ?? 0;
  const list: unknown[] = [];
  let next = first;
  for (let line = lines[next]; line?.indent === indent; line = lines[next]) {
    if (!line.content.startsWith("- ")) break;
    const content = line.content.slice(2).trimStart();
    const dash = line.content.length - content.length;
    // What follows the dash may be the first line of a map, which stands as far to the right as it does.
    lines[next] = { indent: indent + dash, content, offset: line.offset + dash };
    const block = mapEntry.test(content) ? readMap(reading, next) : readInLine(reading, next, 0);
    hear(list, list.length, undefined, line.offset + dash);
    list.push(block.value);
    next = block.next;
  }
  return endOf(list, lines, next, indent);
}

function readInLine({ lines, hear }: Reading, index: number, start: number): Block {
  const { content, offset } = lines[index] as Line;
  const hearHere: HearPlace = (holder, key, keyAt, valueAt) =>
    hear(holder, key, keyAt === undefined ? undefined : offset + keyAt, offset + valueAt);
  return { value: readPlainValue(content, start, hearHere), next: index + 1 };
}

/** A line further to the right than the one it follows goes on with a value of that line, which is not plain. */
function endOf(value: unknown, lines: readonly Line[], next: number, indent: number): Block {
  if ((lines[next]?.indent ?? 0) > indent) throw new NotPlainError();
  return { value, next };
}

interface Place {
  /** Nothing where a dash stands for the key. */
  readonly keyOffset: number | undefined;
  readonly valueOffset: number;
}

interface Places {
  readonly root: object;
  readonly firstOffset: number;
  /** Where the values of each map and list stand, by key or index. */
  readonly held: ReadonlyMap<object, ReadonlyMap<string | number, Place>>;
}

function placesIn(text: string): Places {
  const held = new Map<object, Map<string | number, Place>>();
  const hear: HearPlace = (holder, key, keyOffset, valueOffset) => {
    const places = held.get(holder) ?? new Map<string | number, Place>();
    held.set(holder, places.set(key, { keyOffset, valueOffset }));
  };
  const lines = linesOf(text);
  const firstOffset = lines[0]?.offset ?? 0;
  return { root: readRoot({ lines, hear }) ?? {}, firstOffset, held };
}

/** What a path leads to, or the nearest that holds it, and its offset. */
function follow(path: DataPath, { root, firstOffset, held }: Places): { node: object; offset: number } {
  let [node, offset]: [unknown, number] = [root, firstOffset];
  for (const key of path) {
    const place = held.get(node as object)?.get(key);
    if (!place) break;
    node = (node as Record<string | number, unknown>)[key];
    offset = place.valueOffset;
  }
  return { node: node as object, offset };
}
