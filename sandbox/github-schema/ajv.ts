import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Finds what is wrong with a value; an empty list when it fits. */
export type Check = (value: unknown) => string[];

/** A description file's checks: schemas by key, compiled when first asked for and then kept. */
export interface SchemaChecks<Description> {
  readonly description: Description;
  /** The check for `schema`, which must always be the same under one `key`. */
  readonly check: (key: string, schema: AnySchema) => Check;
}

/** Reads one of the generated files. */
export function readDescription<Description>(
  file: "openapi.json" | "webhooks.json",
): SchemaChecks<Description> {
  const text = readFileSync(join(import.meta.dirname, "generated", file), "utf8");
  const description = JSON.parse(text) as Description & { schemas: AnySchema };
  // References stay references, or large schemas would be compiled once more in every place.
  // GitHub's descriptions use keywords and formats ajv does not know; what it knows, it checks.
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, inlineRefs: false });
  addFormats(ajv);
  ajv.addSchema({ $id: "github", schemas: description.schemas });
  const compiled = new Map<string, ValidateFunction>();
  return {
    description,
    check: (key, schema) => (value) => {
      const validate = compiled.get(key) ?? ajv.compile(schema);
      compiled.set(key, validate);
      return validate(value) ? [] : (validate.errors ?? []).map(describe);
    },
  };
}

const describe = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || "/"} ${message ?? "is wrong"} ${JSON.stringify(params)}`;
