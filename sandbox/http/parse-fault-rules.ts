import type { FaultEffect, FaultRule } from "../faults.ts";

const effects: readonly FaultEffect[] = [
  "status-before",
  "status-after",
  "drop-before",
  "drop-after",
  "delay",
  "graphql-rate-limit",
  "partial",
  "resource-limited",
  "lag",
  "lag-lists",
  "lose",
  "duplicate",
  "reorder",
];

const types: Readonly<Record<string, string>> = {
  kind: "string",
  method: "string",
  path: "string",
  operation: "string",
  write: "boolean",
  actor: "string",
  nth: "number",
  times: "number",
  effect: "string",
  status: "number",
  message: "string",
  retryAfter: "number",
  delayMs: "number",
  resetAfter: "number",
  fields: "list of numbers",
  budget: "number",
  writes: "number",
};

/** The rules of a request to `/sandbox/faults`. Throws with what was found and expected. */
export function parseFaultRules(body: unknown): FaultRule[] {
  const rules = (body as { rules?: unknown } | null)?.rules;
  if (!Array.isArray(rules)) throw new Error("Unexpected body, expected { rules: [...] }.");
  for (const rule of rules as Record<string, unknown>[]) {
    for (const [key, value] of Object.entries(rule)) {
      const type = Object.hasOwn(types, key) ? types[key] : undefined;
      if (type === undefined)
        throw new Error(`Unexpected key "${key}", expected one of ${Object.keys(types).join(", ")}.`);
      if (!fits(type, value) && !(key === "times" && value === null))
        throw new Error(`Unexpected ${key} ${JSON.stringify(value)}, expected a ${type}.`);
    }
    if (!effects.includes(rule["effect"] as FaultEffect))
      throw new Error(
        `Unexpected effect ${JSON.stringify(rule["effect"])}, expected one of ${effects.join(", ")}.`,
      );
  }
  return rules as FaultRule[];
}

function fits(type: string, value: unknown): boolean {
  if (type !== "list of numbers") return typeof value === type;
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}
