import { yamlDocument } from "../definition/index.ts";
import type { FieldValue } from "./wish.ts";

/** How a scalar was written in YAML, as far as a new one should look like it. */
export type ScalarStyle = "plain" | "single" | "double";

/**
 * A value as YAML text for one line: unquoted where it reads the same so, in the quotes of `style` where they were there
 * before, else in double ones. A list stands in square brackets. `isFlow` says whether it stands inside `{ }` or `[ ]`.
 */
export function writeValue(
  value: Exclude<FieldValue, null>,
  isFlow: boolean,
  style: ScalarStyle = "plain",
): string {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value !== "string")
    return `[${value.map((item) => writeScalar(item, true, "plain")).join(", ")}]`;
  return writeScalar(value, isFlow, style);
}

function writeScalar(value: string, isFlow: boolean, style: ScalarStyle): string {
  const candidates = {
    plain: [value, JSON.stringify(value)],
    single: [`'${value.replaceAll("'", "''")}'`, JSON.stringify(value)],
    double: [JSON.stringify(value)],
  }[style];
  return candidates.find((candidate) => readsAs(candidate, value, isFlow)) ?? JSON.stringify(value);
}

/** Whether a candidate is one line of YAML that means the text, in the place it is for. */
function readsAs(candidate: string, value: string, isFlow: boolean): boolean {
  if (/[\n\r]/.test(candidate) || candidate.trim() !== candidate || candidate === "") return false;
  const document = yamlDocument(isFlow ? `{ k: ${candidate}, l: 1 }` : `k: ${candidate}\nl: 1\n`);
  if (document.errors.length > 0 || document.warnings.length > 0) return false;
  const read: unknown = document.toJS({ maxAliasCount: 0 });
  return JSON.stringify(read) === JSON.stringify({ k: value, l: 1 });
}
