import type { Json } from "../github-schema/reachable-schemas.ts";
import { restDescription } from "./description.ts";

type Schema = { readonly [key: string]: Json };

/**
 * The keys of `value`, as paths such as `labels/0/nam`, that `schema` does not name. GitHub's schemas mostly allow
 * unknown keys, so a misspelt optional one would pass unseen; here it must not.
 */
export function unknownKeys(schema: Json, value: unknown, at = ""): string[] {
  if (value === null || typeof value !== "object") return [];
  const variants = variantsOf(schema);
  if (Array.isArray(value)) {
    const items = variants.flatMap((variant) => (variant["items"] === undefined ? [] : [variant["items"]]));
    return value.flatMap((item, index) => unknownKeys({ anyOf: items }, item, `${at}${index}/`));
  }
  const named = variants.flatMap((variant) => Object.entries((variant["properties"] ?? {}) as Schema));
  if (named.length === 0 || variants.some((variant) => variant["additionalProperties"] === true)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const schemas = named.filter(([name]) => name === key).map(([, child]) => child);
    return schemas.length === 0 ? [`${at}${key}`] : unknownKeys({ anyOf: schemas }, child, `${at}${key}/`);
  });
}

/** The schema itself and everything it is composed of. */
function variantsOf(schema: Json): Schema[] {
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return [];
  const parts = ["anyOf", "oneOf", "allOf"].flatMap((word) => {
    const list = schema[word];
    return Array.isArray(list) ? list.flatMap(variantsOf) : [];
  });
  const reference = schema["$ref"];
  const name = typeof reference === "string" ? reference.replace("github#/schemas/", "") : undefined;
  const target = name === undefined ? undefined : restDescription().description.schemas[name];
  return [schema, ...parts, ...(target === undefined ? [] : variantsOf(target))];
}
