import { type Document, parseDocument } from "yaml";

/**
 * The syntax tree of a YAML text as every file of a handbook is read: YAML 1.2, core schema (dates stay text), no merge
 * keys. Aliases, tags and keys given twice are in the tree; whoever reads it refuses them. Never throws.
 */
export function yamlDocument(text: string): Document {
  return parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "silent",
  });
}
