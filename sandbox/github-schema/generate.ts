/**
 * Writes generated/openapi.json and generated/webhooks.json from GitHub's published descriptions.
 * Usage: node sandbox/github-schema/generate.ts OPENAPI_DIR WEBHOOKS_DIR
 * (the unpacked packages @octokit/openapi and @octokit/openapi-webhooks; SOURCE.md names the versions).
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extractOperations } from "./extract-operations.ts";
import { extractWebhooks } from "./extract-webhooks.ts";
import { restOperations, webhookNames } from "./operations.ts";
import { shareSchemas } from "./share-schemas.ts";

const [openapiDirectory, webhooksDirectory] = process.argv.slice(2);
if (openapiDirectory === undefined || webhooksDirectory === undefined)
  throw new Error("Expected two folders: node sandbox/github-schema/generate.ts OPENAPI_DIR WEBHOOKS_DIR");

const readJson = async (path: string) => JSON.parse(await readFile(path, "utf8"));
const generated = join(import.meta.dirname, "generated");
const description = join("generated", "api.github.com.json");

const operations = extractOperations(await readJson(join(openapiDirectory, description)), restOperations);
await writeFile(join(generated, "openapi.json"), `${JSON.stringify(shareSchemas(operations))}\n`);

const webhooks = extractWebhooks(await readJson(join(webhooksDirectory, description)), webhookNames);
await writeFile(join(generated, "webhooks.json"), `${JSON.stringify(shareSchemas(webhooks))}\n`);
