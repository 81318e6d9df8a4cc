import { type Document, isAlias, isScalar, visit, type YAMLMap } from "yaml";
import { code } from "../message.ts";
import type { Finding } from "./finding.ts";
import type { Position } from "./located-yaml.ts";
import { syntaxMistake } from "./yaml-syntax-message.ts";

const most = 20;

/**
 * What YAML itself, or Handrail on top of it, refuses in a text: syntax, keys given twice, aliases, anchors, tags.
 * Where the syntax is wrong, whatever is found further down follows from it most of the time: only the first is told.
 */
export function yamlFindings(
  text: string,
  document: Document,
  locate: (offset: number) => Position,
): Finding[] {
  // Without one of their marks there is no alias, anchor or tag to look for.
  const forbidden = /[*&!]/.test(text) ? forbiddenFindings(document, locate) : [];
  const [syntax] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!syntax) return [...duplicateFindings(document, locate), ...forbidden];
  const { offset, message } = syntaxMistake(syntax, text);
  const finding = { problemId: "yaml-syntax", ...locate(offset), message };
  const [earliest] = forbidden;
  return [earliest && isBefore(earliest, locate(syntax.pos[0])) ? earliest : finding];
}

/** A step that lost its dash gives every key of the step before a second time: of keys close together, the first. */
function duplicateFindings(document: Document, locate: (offset: number) => Position): Finding[] {
  const places = repeatedKeys(document).map(locate);
  return places
    .filter(({ line }, index) => line - (places[index - 1]?.line ?? -closeLines) >= closeLines)
    .slice(0, most)
    .map((place) => ({
      problemId: "duplicate-key",
      ...place,
      message:
        "A key stands here twice, expected each key once; remove one of the two, or put a dash before this one if a new entry begins here.",
    }));
}

/** Where keys stand that their map has already. The parser's own look for them takes far too long over many keys. */
function repeatedKeys(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Map(_key, map: YAMLMap) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return offsets.sort((a, b) => a - b);
}

const closeLines = 4;

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function forbiddenFindings(document: Document, locate: (offset: number) => Position): Finding[] {
  const findings: Finding[] = [];
  const refuse = (offset: number, what: string) =>
    findings.push({
      problemId: "yaml-feature",
      ...locate(offset),
      message: `Unexpected ${what}, expected plain values; put a text that begins with such a sign in double quotes, or write the value out.`,
    });
  visit(document, {
    Node(_key, node) {
      if (findings.length >= most) return visit.BREAK;
      if (isAlias(node)) refuse(node.range?.[0] ?? 0, `YAML alias ${code(`*${node.source}`)}`);
      else if (node.anchor) refuse(node.range?.[0] ?? 0, `YAML anchor ${code(`&${node.anchor}`)}`);
      else if (node.tag && !node.tag.startsWith("tag:yaml.org,2002:"))
        refuse(node.range?.[0] ?? 0, `YAML tag ${code(node.tag)}`);
      return undefined;
    },
  });
  return findings;
}
