import { type Document, isScalar, visit } from "yaml";
import type { Finding } from "./finding.ts";
import type { Position } from "./located-yaml.ts";

const most = 20;

/** Where `__proto__` is a key: programs take it as their own, and some drop it, so that nobody would be told. */
export function reservedKeyFindings(
  text: string,
  document: Document,
  locate: (offset: number) => Position,
): Finding[] {
  const findings: Finding[] = [];
  // The name can be written with escapes, but not without one of these.
  if (!text.includes("__proto__") && !text.includes("\\")) return findings;
  visit(document, {
    Pair(_key, { key }) {
      if (!isScalar(key) || key.value !== "__proto__" || findings.length >= most) return;
      findings.push({
        problemId: "yaml-feature",
        ...locate(key.range?.[0] ?? 0),
        message: "Unexpected key `__proto__`, which programs take as their own, expected a name; rename it.",
      });
    },
  });
  return findings;
}
