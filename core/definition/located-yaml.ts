import { type Document, LineCounter } from "yaml";
import type { Finding } from "./finding.ts";
import { keyOffset, nodeAt } from "./locate-node.ts";
import { yamlNestedTooDeep } from "./nesting.ts";
import { readQuickYaml } from "./quick-yaml.ts";
import { reservedKeyFindings } from "./reserved-keys.ts";
import { type TopLevelPlace, topLevelPlaces } from "./top-level-places.ts";
import { yamlDocument } from "./yaml-document.ts";
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
  const quick = readQuickYaml(text);
  if (quick) return located(text, firstLine, quick.value);
  const { document, locate } = parse(text, firstLine);
  const findings = [...yamlFindings(text, document, locate), ...reservedKeyFindings(text, document, locate)];
  if (findings.length > 0) return unreadable(findings, firstLine);
  return located(text, firstLine, document.toJS({ maxAliasCount: 0 }));
}

/**
 * Positions are asked for only where something is wrong, and a thousand kept syntax trees would cost more than reading one
 * again: so most come from a tree that is made again. Those of the keys of the whole text are found without one.
 */
function located(text: string, firstLine: number, value: unknown): LocatedData {
  let again: LocatedDocument | undefined;
  const offsetOf = (find: (document: Document) => number) => {
    again ??= parse(text, firstLine);
    return again.locate(find(again.document));
  };
  let topLevel: ((path: DataPath, what: keyof TopLevelPlace) => Position | undefined) | undefined;
  const topLevelOf = (path: DataPath, what: keyof TopLevelPlace) => {
    topLevel ??= topLevelFinder(text, firstLine, value);
    return topLevel(path, what);
  };
  const valueOffset = (document: Document, path: DataPath) => nodeAt(document, path)?.range?.[0] ?? 0;
  return {
    value,
    findings: [],
    positionOf: (path) => topLevelOf(path, "value") ?? offsetOf((document) => valueOffset(document, path)),
    keyPositionOf: (path) =>
      topLevelOf(path, "key") ??
      offsetOf((document) => keyOffset(document, path) ?? valueOffset(document, path)),
  };
}

function topLevelFinder(text: string, firstLine: number, value: unknown) {
  const places = topLevelPlaces(text, value);
  const locate = locatorOf(countLines(text), firstLine);
  return ([key, ...below]: DataPath, what: keyof TopLevelPlace): Position | undefined => {
    const place = typeof key === "string" && below.length === 0 ? places?.get(key) : undefined;
    return place && locate(place[what]);
  };
}

interface LocatedDocument {
  readonly document: Document;
  readonly locate: (offset: number) => Position;
}

let latest: (LocatedDocument & { readonly text: string; readonly firstLine: number }) | undefined;

/** The syntax tree of a text. The latest is kept, since what is wrong in a file is mostly asked for right after reading it. */
function parse(text: string, firstLine: number): LocatedDocument {
  if (latest?.text === text && latest.firstLine === firstLine) return latest;
  latest = { text, firstLine, ...parseAnew(text, firstLine) };
  return latest;
}

function parseAnew(text: string, firstLine: number): LocatedDocument {
  const document = yamlDocument(text);
  // The parser counts lines only as far as it reads; what is wrong may be told of a place behind that.
  return { document, locate: locatorOf(countLines(text), firstLine) };
}

function locatorOf(lines: LineCounter, firstLine: number): (offset: number) => Position {
  return (offset) => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
}

function countLines(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) counter.addNewLine(end + 1);
  return counter;
}

function unreadable(findings: readonly Finding[], firstLine: number): LocatedData {
  const position = { line: firstLine, column: 1 };
  return { value: undefined, findings, positionOf: () => position, keyPositionOf: () => position };
}
