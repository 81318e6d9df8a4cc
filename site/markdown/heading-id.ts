/**
 * The id of a heading: the prefix and the words of its text, with a number where another has it already.
 * A text without letters or digits of ASCII gives the prefix alone. Adds the id to those taken.
 */
export function headingId(prefix: string, text: string, taken: Set<string>): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .slice(0, 60);
  const wanted = [prefix, words].filter((part) => part !== "").join("--") || "part";
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
