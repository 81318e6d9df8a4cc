import { createHash } from "node:crypto";
import type { SearchDocument } from "./search-document.ts";

/** How many texts a part holds at most, on average. */
const mostInPart = 600;

/**
 * Splits the texts into the parts that are indexed each by itself, so that an edit costs one part and not the whole: one
 * while the handbook is small, since a search asks all of them, then two, four and so on. A text stays in its part as
 * long as their number stays.
 */
export function searchParts(documents: readonly SearchDocument[]): SearchDocument[][] {
  let count = 1;
  while (documents.length > count * mostInPart) count *= 2;
  const parts = Array.from({ length: count }, (): SearchDocument[] => []);
  for (const document of documents) parts[partOf(document.url, count)]?.push(document);
  return parts;
}

function partOf(url: string, count: number): number {
  return createHash("sha256").update(url).digest().readUInt32BE() % count;
}
