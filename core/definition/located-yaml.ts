import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { code } from "../message.ts";
import type { Finding } from "./finding.ts";

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

const deepestNesting = 40;

/**
 * Reads YAML 1.2 (core schema, so dates stay text) without aliases, tags or duplicate keys.
 * `firstLine` is the line of the file that the text begins on. Never throws: what is wrong becomes a finding.
 */
export function readLocatedYaml(text: string, firstLine = 1): LocatedData {
  const lineCounter = new LineCounter();
  const locate = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset));
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  const tooDeep = lineNestedTooDeep(text);
  if (tooDeep !== undefined) {
    const position = { line: tooDeep + firstLine - 1, column: 1 };
    return unreadable(position, [
      {
        problemId: "yaml-syntax",
        ...position,
        message: `Values nested more than ${deepestNesting} deep, expected the flat lists and maps of the handbook; remove the extra brackets, dashes or indentation.`,
      },
    ]);
  }
  const document = parseDocument(text, {
    lineCounter,
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  const findings = [...syntaxFindings(document, locate), ...forbiddenFindings(document, locate)];
  if (findings.length > 0) return unreadable({ line: firstLine, column: 1 }, findings);
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    findings,
    positionOf: (path) => locate(nodeAt(document, path)?.range?.[0] ?? 0),
    keyPositionOf: (path) => locate(keyOffset(document, path) ?? nodeAt(document, path)?.range?.[0] ?? 0),
  };
}

function unreadable(position: Position, findings: readonly Finding[]): LocatedData {
  return { value: undefined, findings, positionOf: () => position, keyPositionOf: () => position };
}

function syntaxFindings(document: Document, locate: (offset: number) => Position): Finding[] {
  return [...document.errors, ...document.warnings].slice(0, 20).map((error) => ({
    problemId: error.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax",
    ...locate(error.pos[0]),
    message:
      error.code === "DUPLICATE_KEY"
        ? "A key stands here twice, expected each key once; keep the one you mean and remove the other."
        : `This is not readable YAML (${firstSentence(error.message)}); check the indentation, quotes and colons of this line.`,
  }));
}

function forbiddenFindings(document: Document, locate: (offset: number) => Position): Finding[] {
  const findings: Finding[] = [];
  const refuse = (offset: number, what: string) =>
    findings.push({
      problemId: "yaml-feature",
      ...locate(offset),
      message: `Unexpected ${what}, expected plain values; write the value out where it is needed.`,
    });
  visit(document, {
    Node(_key, node) {
      if (findings.length >= 20) return visit.BREAK;
      if (isAlias(node)) refuse(node.range?.[0] ?? 0, `YAML alias ${code(`*${node.source}`)}`);
      else if (node.anchor) refuse(node.range?.[0] ?? 0, `YAML anchor ${code(`&${node.anchor}`)}`);
      else if (node.tag && !node.tag.startsWith("tag:yaml.org,2002:"))
        refuse(node.range?.[0] ?? 0, `YAML tag ${code(node.tag)}`);
      return undefined;
    },
  });
  return findings;
}

function nodeAt(document: Document, path: DataPath): Node | undefined {
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

function keyOffset(document: Document, path: DataPath): number | undefined {
  const key = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  if (typeof key !== "string" || !isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

/** The first line whose brackets, dashes or indentation nest too deep for any handbook, before a parser recurses into it. */
function lineNestedTooDeep(text: string): number | undefined {
  let open = 0;
  let line = 1;
  let indicators = 0;
  let atLineStart = true;
  let indent = 0;
  for (const character of text) {
    if (character === "\n") {
      line += 1;
      indicators = 0;
      indent = 0;
      atLineStart = true;
      continue;
    }
    if (atLineStart) {
      if (character === " ") indent += 1;
      else if (character === "-" || character === "?") indicators += 1;
      else atLineStart = false;
    }
    if (character === "[" || character === "{") open += 1;
    else if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > deepestNesting || indicators > deepestNesting || indent > deepestNesting * 8) return line;
  }
  return undefined;
}

function firstSentence(message: string): string {
  return (message.split(/\n| at line /)[0] ?? message).replace(/[.:]+$/, "").slice(0, 160);
}
