import type { ElementContent } from "hast";

const unlinked = new Set(["a", "code", "pre", "h2", "h3", "h4", "h5", "h6"]);

/**
 * Links the first place of each term in running text to what it means. `terms` maps terms in lower case to
 * addresses; a term that was linked is taken out of it. Headings, links and code are left alone, and so is a term
 * inside one of the longer `names`, in lower case: a “marketing lead” is no “lead”.
 */
export function linkTerms(
  nodes: readonly ElementContent[],
  terms: Map<string, string>,
  names: readonly string[],
): ElementContent[] {
  if (terms.size === 0) return [...nodes];
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return linkIn(node.value, terms, names);
    if (node.type !== "element" || unlinked.has(node.tagName)) return [node];
    return [{ ...node, children: linkTerms(node.children, terms, names) }];
  });
}

function linkIn(text: string, terms: Map<string, string>, names: readonly string[]): ElementContent[] {
  const lower = text.toLowerCase();
  for (const term of terms.keys()) {
    const at = placesOf(term, lower).find((place) => !isInside(place, term, names, lower)) ?? -1;
    if (at < 0) continue;
    const href = terms.get(term);
    terms.delete(term);
    const end = at + term.length;
    return [
      ...linkIn(text.slice(0, at), terms, names),
      {
        type: "element",
        tagName: "a",
        properties: { href, className: ["term"] },
        children: [{ type: "text", value: text.slice(at, end) }],
      },
      ...linkIn(text.slice(end), terms, names),
    ];
  }
  return text === "" ? [] : [{ type: "text", value: text }];
}

/** Where a term stands as a word of its own, also in the plural. */
function placesOf(term: string, lower: string): number[] {
  const places: number[] = [];
  for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1)) {
    const before = lower[at - 1] ?? " ";
    const after = lower.slice(at + term.length, at + term.length + 2);
    if (!/[\p{L}\p{N}-]/u.test(before) && /^s?(?:[^\p{L}\p{N}]|$)/u.test(after)) places.push(at);
  }
  return places;
}

/** Whether a term stands in a longer name at this place. */
function isInside(place: number, term: string, names: readonly string[], lower: string): boolean {
  return names.some(
    (name) =>
      name.length > term.length &&
      name.includes(term) &&
      placesOf(name, lower).some((from) => from <= place && place + term.length <= from + name.length),
  );
}
