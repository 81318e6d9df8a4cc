import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

// The schema is written for draft 4, and uses nothing of it that later drafts read in another way but its own name.
const {
  $schema: _draft,
  id: _name,
  ...schema
} = JSON.parse(readFileSync("test/scripts/cases/sarif/sarif-2.1.0-rtm.5.json", "utf8"));
// One pattern of the schema is no regular expression in Unicode mode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What is wrong with a SARIF log by the schema of the format; empty when it is valid. */
export function sarifFaults(log: string): string[] {
  validate(JSON.parse(log));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
