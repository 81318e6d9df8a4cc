/** A file's text as every parser here expects it: no byte order mark, and `\n` at the end of lines. */
export function normalizeText(text: string): string {
  const unmarked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return unmarked.includes("\r") ? unmarked.replace(/\r\n?/g, "\n") : unmarked;
}

const longestBlank = 2000;

/**
 * Whether a text holds more than 2,000 blank characters in a row. gray-matter looks for comments with a
 * pattern that takes quadratic time on such a run, and no handbook needs one.
 */
export function hasBlankFlood(text: string): boolean {
  const isBlank = (index: number) => index >= 0 && index < text.length && text.charCodeAt(index) <= 32;
  // A run that is too long covers one of these places, wherever it begins.
  for (let place = longestBlank; place < text.length; place += longestBlank) {
    let [first, last] = [place, place];
    while (isBlank(first) && place - first <= longestBlank) first -= 1;
    while (isBlank(last) && last - place <= longestBlank) last += 1;
    if (last - first - 1 > longestBlank) return true;
  }
  return false;
}
