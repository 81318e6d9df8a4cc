/**
 * Whether an extract shows a word like one that was looked for: it begins alike, by up to four letters. The index
 * shortens a word it does not have until something begins like it, so that “Canva” would find every “can”.
 * An extract in which nothing is marked counts as near, and so does everything while no word is asked for.
 */
export function isNear(excerpt: string, query: string): boolean {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, word = ""]) => plain(word));
  const beginnings = query
    .split(/\s+/)
    .map((word) => plain(word).slice(0, 4))
    .filter((beginning) => beginning !== "");
  if (beginnings.length === 0 || marked.length === 0) return true;
  return beginnings.some((beginning) => marked.some((word) => word.startsWith(beginning)));
}

/** A word in small letters, without accents and without the signs around it. */
function plain(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, "");
}
