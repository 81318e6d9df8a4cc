import { type Document, isAlias, visit } from "yaml";
import { code } from "../message.ts";
import type { Finding } from "./finding.ts";
import type { Position } from "./located-yaml.ts";

const most = 20;

/** What YAML itself, or Handrail on top of it, refuses in a text: syntax, keys given twice, aliases, anchors, tags. */
export function yamlFindings(
  text: string,
  document: Document,
  locate: (offset: number) => Position,
): Finding[] {
  // Without one of their marks there is no alias, anchor or tag to look for.
  const forbidden = /[*&!]/.test(text) ? forbiddenFindings(document, locate) : [];
  return [...syntaxFindings(document, locate), ...forbidden];
}

function syntaxFindings(document: Document, locate: (offset: number) => Position): Finding[] {
  return [...document.errors, ...document.warnings].slice(0, most).map((error) => ({
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

function firstSentence(message: string): string {
  return (message.split(/\n| at line /)[0] ?? message).replace(/[.:]+$/, "").slice(0, 160);
}
