import { normalizeText } from "./normalize-text.ts";

/** GitHub lets a run have a hundred steps, so no list is longer. */
export const mostItems = 100;
/** An item stands in the title of an issue. */
export const longestItem = 100;

/**
 * The items of an answer to a `list` question: one a line, without white space around it and without the sign of a list
 * before it. Empty lines are none; an empty answer has none.
 */
export function itemsOf(answer: string): string[] {
  return normalizeText(answer)
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)?/, "").trim())
    .filter((item) => item !== "");
}

/** Why a list cannot be taken: it has too many items, one that is too long, or one twice. */
export type ListProblem =
  | { readonly kind: "too-many"; readonly count: number }
  | { readonly kind: "too-long" | "twice"; readonly item: string };

/** What is wrong with the items of a list; nothing when all is well. Two items are the same whatever their capitals. */
export function listProblem(items: readonly string[]): ListProblem | undefined {
  if (items.length > mostItems) return { kind: "too-many", count: items.length };
  const long = items.find((item) => item.length > longestItem);
  if (long !== undefined) return { kind: "too-long", item: long };
  const seen = new Set<string>();
  for (const item of items) {
    const key = item.toLowerCase();
    if (seen.has(key)) return { kind: "twice", item };
    seen.add(key);
  }
  return undefined;
}
