import { type Json, reachableSchemas } from "./reachable-schemas.ts";
import { slimSchema } from "./slim-schema.ts";

type Fields = { [key: string]: Json };

/**
 * The part of an OpenAPI 3.0 description that `operationIds` need, as
 * `{ version, operations: { id: { method, path, parameters, body?, responses } }, schemas }`.
 * Throws when an operation id is not described.
 */
export function extractOperations(description: Fields, operationIds: readonly string[]): Fields {
  const resolve = (value: Json | undefined): Fields => {
    const fields = value as Fields;
    const reference = fields["$ref"];
    if (typeof reference !== "string") return fields;
    const path = reference.slice(2).split("/");
    return resolve(path.reduce<Json | undefined>((at, key) => (at as Fields)[key], description));
  };
  const jsonSchema = (holder: Json | undefined): Json | undefined =>
    holder === undefined ? undefined : jsonContent(resolve(holder)["content"])?.["schema"];

  const described = new Map<string, Fields>();
  for (const [path, methods] of Object.entries(description["paths"] as Fields))
    for (const [method, operation] of Object.entries(methods as Fields)) {
      const fields = operation as Fields;
      described.set(String(fields["operationId"]), { ...fields, path, method: method.toUpperCase() });
    }

  const operations: Fields = {};
  for (const id of [...operationIds].sort()) {
    const operation = described.get(id);
    if (operation === undefined)
      throw new Error(`Unexpected operation ${id}, expected one of the description's operation ids.`);
    const body = jsonSchema(operation["requestBody"]);
    operations[id] = {
      method: operation["method"] ?? null,
      path: operation["path"] ?? null,
      parameters: ((operation["parameters"] ?? []) as Json[]).map(resolve).map((parameter) => ({
        name: parameter["name"] ?? null,
        in: parameter["in"] ?? null,
        required: parameter["required"] === true,
        schema: parameter["schema"] ?? {},
      })),
      ...(body !== undefined && {
        body,
        bodyRequired: resolve(operation["requestBody"])["required"] === true,
      }),
      responses: Object.fromEntries(
        Object.entries(operation["responses"] as Fields).map(([status, response]) => [
          status,
          jsonSchema(response) ?? null,
        ]),
      ),
    };
  }
  const schemas = (description["components"] as Fields)["schemas"] as Fields;
  const version = (description["info"] as Fields)["version"] ?? null;
  return {
    version,
    operations: slimOperations(operations),
    schemas: slimEach(reachableSchemas([operations], schemas)),
  };
}

// Contents come in several media types; only the plain JSON one is answered by the sandbox.
const jsonContent = (content: Json | undefined) =>
  content === undefined ? undefined : ((content as Fields)["application/json"] as Fields | undefined);

const slimEach = (schemas: Fields): Fields =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, slimSchema(schema)]));

// An operation is not a schema: its own keys (such as a parameter called "description") must stay.
const slimOperations = (operations: Fields): Fields =>
  Object.fromEntries(
    Object.entries(operations).map(([id, value]) => {
      const operation = value as Fields;
      const parameters = (operation["parameters"] as Fields[]).map((parameter) => ({
        ...parameter,
        schema: slimSchema(parameter["schema"] ?? {}),
      }));
      const body = operation["body"];
      const responses = slimEach(operation["responses"] as Fields);
      return [
        id,
        { ...operation, parameters, responses, ...(body !== undefined && { body: slimSchema(body) }) },
      ];
    }),
  );
