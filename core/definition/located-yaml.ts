import { type Document, LineCounter, parseDocument } from "yaml";
import type { Finding } from "./finding.ts";
import { keyOffset, nodeAt } from "./locate-node.ts";
import { yamlNestedTooDeep } from "./nesting.ts";
import { readQuickYaml } from "./quick-yaml.ts";
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
  const quick = readQuickYaml(text);
  if (quick) return located(text, firstLine, quick.value);
  const { document, locate } = parse(text, firstLine);
  const findings = [...yamlFindings(text, document, locate), ...reservedKeyFindings(text, document, locate)];
  if (findings.length > 0) return unreadable(findings, firstLine);
  return located(text, firstLine, document.toJS({ maxAliasCount: 0 }));
}

function located(text: string, firstLine: number, value: unknown): LocatedData {
  // Positions are asked for only where something is wrong: a thousand kept syntax trees would cost more than reading one again.
  let again: LocatedDocument | undefined;
  const offsetOf = (find: (document: Document) => number) => {
    again ??= parse(text, firstLine);
    return again.locate(find(again.document));
  };
  const valueOffset = (document: Document, path: DataPath) => nodeAt(document, path)?.range?.[0] ?? 0;
  return {
    value,
    findings: [],
    positionOf: (path) => offsetOf((document) => valueOffset(document, path)),
    keyPositionOf: (path) => offsetOf((document) => keyOffset(document, path) ?? valueOffset(document, path)),
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
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  const locate = (offset: number) => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset));
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  return { document, locate };
}

function unreadable(findings: readonly Finding[], firstLine: number): LocatedData {
  const position = { line: firstLine, column: 1 };
  return { value: undefined, findings, positionOf: () => position, keyPositionOf: () => position };
}
