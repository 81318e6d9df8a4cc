/** GitHub takes comments of 65,536 characters; the seals of the notes in them need some of these. */
const longestComment = 65_000;

/** The first of several ways to write a comment that GitHub takes; the last one when none is short enough. */
export function firstThatFits<T>(ways: readonly (() => T)[], bodyOf: (way: T) => string): T {
  let written: T | undefined;
  for (const way of ways) {
    written = way();
    if (bodyOf(written).length <= longestComment) return written;
  }
  if (written === undefined) throw new Error("There is no way to write this comment.");
  return written;
}
