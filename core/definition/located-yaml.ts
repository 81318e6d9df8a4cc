import { type Document, LineCounter, parseDocument } from "yaml";
import type { Finding } from "./finding.ts";
import { keyOffset, nodeAt } from "./locate-node.ts";
import { yamlNestedTooDeep } from "./nesting.ts";
import { type PlainYaml, readPlainYaml } from "./plain-yaml.ts";
import { reservedKeyFindings } from "./reserved-keys.ts";
import { yamlFindings } from "./yaml-findings.ts";

/** Where a value stands in a YAML text: map keys and list indexes from the top. Empty is the whole text. */
export type DataPath = readonly (string | number)[];

/** A position in one file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML text as plain values that still know where they were written. */
export interface LocatedData {
  /** Plain objects, arrays, text, numbers, booleans and null; `undefined` when the text could not be read. */
  readonly value: unknown;
  /** What YAML itself refuses: syntax, aliases, tags, keys given twice, nesting too deep. */
  readonly findings: readonly Finding[];
  /** The position of a value; of the nearest value around it when the path names nothing. */
  positionOf(path: DataPath): Position;
  /** The position of the key that holds a value; the value's own position when it has no key. */
  keyPositionOf(path: DataPath): Position;
}

/**
 * Reads YAML 1.2 (core schema, so dates stay text) without aliases, tags or duplicate keys.
 * `firstLine` is the line of the file that the text begins on. Never throws: what is wrong becomes a finding.
 */
export function readLocatedYaml(text: string, firstLine = 1): LocatedData {
  const refusal = yamlNestedTooDeep(text, firstLine - 1);
  if (refusal) return unreadable([refusal], firstLine);
  const locate = locatorOf(text, firstLine);
  const plain = readPlainYaml(text);
  if (plain) return locatedData(plain.value, () => plain, locate);
  const document = parse(text);
  const findings = [...yamlFindings(text, document, locate), ...reservedKeyFindings(text, document, locate)];
  if (findings.length > 0) return unreadable(findings, firstLine);
  // Positions are asked for only where something is wrong: a thousand kept syntax trees would cost more than reading one again.
  let again: Document | undefined;
  const offsets = (): Offsets => {
    again ??= parse(text);
    return offsetsIn(again);
  };
  return locatedData(document.toJS({ maxAliasCount: 0 }), offsets, locate);
}

/** Where values and their keys stand in a text, as {@link PlainYaml} tells it. */
type Offsets = Pick<PlainYaml, "valueOffset" | "keyOffset">;

function offsetsIn(document: Document): Offsets {
  return {
    valueOffset: (path) => nodeAt(document, path)?.range?.[0] ?? 0,
    keyOffset: (path) => keyOffset(document, path),
  };
}

function locatedData(
  value: unknown,
  offsets: () => Offsets,
  locate: (offset: number) => Position,
): LocatedData {
  const positionOf = (path: DataPath) => locate(offsets().valueOffset(path));
  return {
    value,
    findings: [],
    positionOf,
    keyPositionOf: (path) => {
      const offset = offsets().keyOffset(path);
      return offset === undefined ? positionOf(path) : locate(offset);
    },
  };
}

let latest: { readonly text: string; readonly document: Document } | undefined;

/** The syntax tree of a text. The latest is kept, since what is wrong in a file is mostly asked for right after reading it. */
function parse(text: string): Document {
  if (latest?.text === text) return latest.document;
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  latest = { text, document };
  return document;
}

/** Tells the position of an offset; the lines are counted when the first is asked for. */
function locatorOf(text: string, firstLine: number): (offset: number) => Position {
  let counter: LineCounter | undefined;
  return (offset) => {
    counter ??= countedLines(text);
    const { line, col } = counter.linePos(Math.max(0, offset));
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
}

function countedLines(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) counter.addNewLine(end + 1);
  return counter;
}

function unreadable(findings: readonly Finding[], firstLine: number): LocatedData {
  const position = { line: firstLine, column: 1 };
  return { value: undefined, findings, positionOf: () => position, keyPositionOf: () => position };
}
