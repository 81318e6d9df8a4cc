/** A file's text as every parser here expects it: no byte order mark, and `\n` at the end of lines. */
export function normalizeText(text: string): string {
  const unmarked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return unmarked.includes("\r") ? unmarked.replace(/\r\n?/g, "\n") : unmarked;
}

/** The largest file the handbook reads, in UTF-16 code units: what the body of a GitHub issue may hold. */
const longestFile = 65_536;
/** A hundred steps, the most a run can have, with twenty lines each. */
const mostLines = 2000;
const longestBlank = 2000;

/**
 * Why a text is larger than anyone will read, or nothing. Parsers of YAML and Markdown take a good second for a
 * megabyte, and far more for one that is written to be slow.
 */
export function sizeRefusal(text: string): string | undefined {
  const found =
    text.length > longestFile
      ? [`The file has ${text.length.toLocaleString("en")} characters`, longestFile]
      : countLines(text) > mostLines
        ? [`The file has ${countLines(text).toLocaleString("en")} lines`, mostLines]
        : undefined;
  if (found)
    return `${found[0]}, expected at most ${found[1]?.toLocaleString("en")}; move long material to a page of its own and link to it.`;
  return hasBlankFlood(text)
    ? "Thousands of blank characters stand in a row, expected text that a person can read; remove them."
    : undefined;
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/**
 * Whether a text holds more than 2,000 blank characters in a row. Patterns that look for
 * blanks take quadratic time on such a run, and no handbook needs one.
 */
function hasBlankFlood(text: string): boolean {
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
