import { createHash } from "node:crypto";
import type { Json } from "./reachable-schemas.ts";

type Fields = { [key: string]: Json };

/** Smaller schemas cost less than a reference to them. */
const minimumLength = 200;

/**
 * Gives object schemas that stand in several places a name of their own and refers to it. GitHub's descriptions spell
 * out a user dozens of times; written once, they are a third as long and compile several times faster.
 */
export function shareSchemas(description: Fields): Fields {
  const uses = new Map<string, number>();
  count(description);
  const shared = new Map<string, Json>();
  const { schemas, ...rest } = share(description, true) as Fields;
  const names = [...shared.keys()].sort();
  return {
    ...rest,
    schemas: {
      ...(schemas as Fields),
      ...Object.fromEntries(names.map((name) => [name, shared.get(name) ?? {}])),
    },
  };

  function count(value: Json): void {
    if (value === null || typeof value !== "object") return;
    if (isObjectSchema(value)) {
      const text = JSON.stringify(value);
      uses.set(text, (uses.get(text) ?? 0) + 1);
    }
    for (const child of Object.values(value)) count(child);
  }

  function share(value: Json, isRoot = false): Json {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((child) => share(child));
    const inside = () => Object.fromEntries(Object.entries(value).map(([key, child]) => [key, share(child)]));
    const text = isObjectSchema(value) && !isRoot ? JSON.stringify(value) : "";
    if (text.length < minimumLength || (uses.get(text) ?? 0) < 2) return inside();
    const name = `shared-${createHash("sha256").update(text).digest("hex").slice(0, 10)}`;
    if (!shared.has(name)) {
      // The name is taken before looking inside, where the same schema may stand again.
      shared.set(name, {});
      shared.set(name, inside());
    }
    return { $ref: `github#/schemas/${name}` };
  }
}

/** Whether a value is a schema of objects, not a list of properties of which one happens to be called "type". */
function isObjectSchema(value: Json): value is Fields {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const { type } = value;
  const isObject = type === "object" || (Array.isArray(type) && type.includes("object"));
  return isObject && typeof value["properties"] === "object";
}
