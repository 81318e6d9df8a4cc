import { CORE_SCHEMA, load } from "js-yaml";

/** Anchors, aliases and tags, where a value may begin. */
const reference = /(?:^|[\s,[{:-])(?:[&*]\S|!)/m;
/** What parts or directs documents, and what marks a key of any kind: parsers differ about where it may stand. */
const rareMark = /^[ \t\uFEFF]*(?:---|\.\.\.|%)|(?:^|\s)\?(?:\s|$)/m;
/** Names that are nothing but names: neither numbers nor words with a meaning of their own. */
const plainKey = /^(?!(?:null|true|false|nan|infinity|constructor|prototype)$)[a-z][\w-]*$/i;

/**
 * The value of a YAML text (1.2, core schema), read by a parser that is many times as fast as the one that knows where
 * everything stands. Nothing where a text is unsound or may hold what we refuse: then the other has to look at it.
 */
export function readQuickYaml(text: string): { readonly value: unknown } | undefined {
  if (reference.test(text) || rareMark.test(text)) return undefined;
  try {
    const value = load(text, { schema: CORE_SCHEMA });
    return typeof value === "object" && hasPlainKeys(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function hasPlainKeys(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(hasPlainKeys);
  return Object.entries(value).every(([key, inner]) => plainKey.test(key) && hasPlainKeys(inner));
}
