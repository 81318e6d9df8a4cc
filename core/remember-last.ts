/**
 * A pure function of a text that remembers what it gave for the texts it was asked for last, at most so many; beyond them it
 * works anew. What it gives is shared by all who ask, so it must not be changed.
 */
export function rememberLast<T>(most: number, of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const before = known.get(text);
    const found = before ?? { value: of(text) };
    // Whatever is asked for goes to the end, so that the first one is the one nobody has asked for longest.
    if (before) known.delete(text);
    else if (known.size >= most) known.delete(known.keys().next().value ?? "");
    known.set(text, found);
    return found.value;
  };
}
