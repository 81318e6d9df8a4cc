const opening = "<!-- handrail:";
const end = "-->";
const closing = ` ${end}`;

/**
 * A note in plain words that is hidden in a text of the bot. It has a line of its own: what people typed and the bot repeats may hold the same
 * words, and never is such a line. What may be read by others and has to be trusted is a sealed note instead.
 */
export function writeNoteLine(kind: string, words = ""): string {
  return `${opening}${kind}${words === "" ? "" : ` ${words}`}${closing}`;
}

/** The words of the last note of a kind that has a line of its own; empty where it has none, nothing where there is no such note. */
export function readNoteLine(kind: string, body: string): string | undefined {
  const start = `${opening}${kind} `;
  return body
    .split("\n")
    .map((line) => line.trimEnd())
    .findLast((line) => line.startsWith(start) && line.endsWith(closing))
    ?.slice(start.length, -end.length)
    .trim();
}
