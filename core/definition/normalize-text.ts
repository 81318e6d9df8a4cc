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
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const isBlank = text.charCodeAt(index) <= 32;
    run = isBlank ? run + 1 : 0;
    if (run > longestBlank) return true;
  }
  return false;
}
