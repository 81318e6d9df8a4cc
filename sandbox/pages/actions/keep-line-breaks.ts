/**
 * A text from a form with the line breaks of the text it replaces. Browsers send every line break as CRLF, which would
 * make a change of each line where somebody changed one word, or nothing at all.
 */
export function keepLineBreaks(before: string, sent: string): string {
  return before.includes("\r\n") ? sent : sent.replaceAll("\r\n", "\n");
}
