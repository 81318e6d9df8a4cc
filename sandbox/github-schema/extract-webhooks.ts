import { type Json, reachableSchemas } from "./reachable-schemas.ts";
import { slimSchema } from "./slim-schema.ts";

type Fields = { [key: string]: Json };

/**
 * The part of the OpenAPI 3.1 webhook description that `names` need, as `{ webhooks: { name: schema }, schemas }`.
 * Throws when a webhook is not described.
 */
export function extractWebhooks(description: Fields, names: readonly string[]): Fields {
  const described = description["webhooks"] as unknown as Record<string, WebhookDescription>;
  const webhooks: Fields = {};
  for (const name of [...names].sort()) {
    const schema = described[name]?.post.requestBody.content["application/json"].schema;
    if (schema === undefined)
      throw new Error(`Unexpected webhook ${name}, expected one of the description's names.`);
    webhooks[name] = schema;
  }
  const all = (description["components"] as Fields)["schemas"] as Fields;
  const schemas = reachableSchemas([webhooks], all);
  return {
    webhooks: slimEach(webhooks),
    schemas: slimEach(schemas),
  };
}

interface WebhookDescription {
  post: { requestBody: { content: { "application/json": { schema: Json } } } };
}

const slimEach = (schemas: Fields): Fields =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, slimSchema(schema)]));
