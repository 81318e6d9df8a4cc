/** The first so many characters of a text; one fewer where a character of two halves would be cut in the middle. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
