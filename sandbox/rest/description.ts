import { type Check, readDescription, type SchemaChecks } from "../github-schema/ajv.ts";
import type { Json } from "../github-schema/reachable-schemas.ts";

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  readonly body?: Json;
  readonly bodyRequired?: boolean;
  /** By status; null where an answer has no JSON. */
  readonly responses: Readonly<Record<string, Json>>;
}

export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Json;
}

interface Description {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, Json>>;
}

let checks: SchemaChecks<Description> | undefined;

/** GitHub's description of the REST operations, read once per program. */
export function restDescription(): SchemaChecks<Description> {
  checks ??= readDescription<Description>("openapi.json");
  return checks;
}

/** The check of a value against a schema of the description. */
export function restCheck(key: string, schema: Json): Check {
  return restDescription().check(key, schema as object);
}
