/** What one list holds and the other does not, both ways; order and repetition do not count. */
export function addedAndRemoved(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const earlier = new Set(before);
  const now = new Set(after);
  return {
    added: [...now].filter((item) => !earlier.has(item)),
    removed: [...earlier].filter((item) => !now.has(item)),
  };
}
