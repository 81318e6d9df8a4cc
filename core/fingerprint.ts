/**
 * A short fingerprint of a text, the same on every machine: two texts with the same one are the same for all practical purposes.
 * It tells changes, not forgeries. FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
