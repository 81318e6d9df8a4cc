/** Code, in which nothing is a link or a tag, and all other Markdown between. */
const code =
  /^ {0,3}(`{3,}(?!`)(?=[^`\n\r\u2028\u2029]*$)|~{3,}(?!~))[^\n\r\u2028\u2029]*\r?\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)/gms;

/** Markdown with every part outside of its code changed. */
export function outsideCode(markdown: string, change: (text: string) => string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    parts.push(change(markdown.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return [...parts, change(markdown.slice(end))].join("");
}
