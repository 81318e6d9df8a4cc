import type { Json } from "./reachable-schemas.ts";

const prose = new Set(["description", "example", "examples", "title", "summary", "externalDocs", "default"]);

/**
 * A schema without prose and examples, in plain JSON Schema: references point at `github#/schemas/…`, and
 * OpenAPI 3.0's `nullable` becomes a union with null, since ajv refuses `nullable` beside `$ref` or `oneOf`.
 */
export function slimSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(slimSchema);
  if (schema === null || typeof schema !== "object") return schema;
  const slim: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && value !== null && typeof value === "object" && !Array.isArray(value))
      slim[key] = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, slimSchema(child)]));
    else if (key === "$ref" && typeof value === "string")
      slim[key] = value.replace("#/components/schemas/", "github#/schemas/");
    // GitHub's variants overlap, so that "exactly one" would refuse its own errors and users.
    else if (key === "oneOf") slim["anyOf"] = slimSchema(value);
    else if (!prose.has(key) && !key.startsWith("x-") && key !== "nullable") slim[key] = slimSchema(value);
  }
  return schema["nullable"] === true ? orNull(slim) : slim;
}

function orNull(schema: { [key: string]: Json }): Json {
  const { type, enum: values } = schema;
  if (typeof type !== "string") return { anyOf: [schema, { type: "null" }] };
  return {
    ...schema,
    type: [type, "null"],
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}
