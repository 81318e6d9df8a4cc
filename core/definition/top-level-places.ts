/** Where a key of the whole text and its value begin, as offsets. */
export interface TopLevelPlace {
  readonly key: number;
  readonly value: number;
}

/** A key at the very beginning of a line, and whatever stands before its value: blanks, line ends, comments. */
const entry = /^([a-z][\w-]*):(?:(?= *\n)|(?= +\S))(?:[ \n]|(?<=[ \n])#[^\n]*)*/gim;

/**
 * The places of the keys of a sound YAML map, without parsing it: in lists of a thousand roles, or of too many steps, most
 * problems are told at such a key. Nothing where a line may look like a key and be none, or the other way round.
 */
export function topLevelPlaces(text: string, value: unknown): ReadonlyMap<string, TopLevelPlace> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const places = new Map<string, TopLevelPlace>();
  let found = 0;
  for (const { 0: head, 1: key = "", index } of text.matchAll(entry)) {
    const place = { key: index, value: index + head.length };
    // A tag or an anchor stands before the value it belongs to.
    if (/[!&*]/.test(text.charAt(place.value))) return undefined;
    found += 1;
    places.set(key, place);
  }
  const entries = Object.entries(value);
  // An empty value stands where only the parser says it does.
  const isWhole =
    found === entries.length && entries.every(([key, held]) => held !== null && places.has(key));
  return isWhole ? places : undefined;
}
