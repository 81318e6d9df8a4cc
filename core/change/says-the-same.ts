/** Whether two texts of Markdown say the same: line breaks, blanks and the sign of a list item do not count. */
export function saysTheSame(before: string, after: string): boolean {
  return before === after || plain(before) === plain(after);
}

function plain(markdown: string): string {
  return markdown
    .replace(/^([ \t]*)[*+](?=\s)/gm, "$1-")
    .replace(/\s+/g, " ")
    .trim();
}
