/** Plain text as a title of GitHub's takes it: one line of at most 200 characters. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").slice(0, 200);
}
