/** A JSON value, as read from a description file. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const referencePrefix = "#/components/schemas/";

/**
 * Every named schema that `roots` refer to, directly or through others, sorted by name.
 * Throws when a reference leads nowhere.
 */
export function reachableSchemas(roots: readonly Json[], all: Record<string, Json>): Record<string, Json> {
  const found = new Map<string, Json>();
  const waiting: Json[] = [...roots];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== "object") continue;
    waiting.push(...Object.values(value));
    const reference = Array.isArray(value) ? undefined : value["$ref"];
    if (typeof reference !== "string" || !reference.startsWith(referencePrefix)) continue;
    const name = reference.slice(referencePrefix.length);
    if (found.has(name)) continue;
    const schema = all[name];
    if (schema === undefined) throw new Error(`Unexpected reference ${reference}, expected a named schema.`);
    found.set(name, schema);
    waiting.push(schema);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
