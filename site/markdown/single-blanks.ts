/** White space that is no single blank, as nearly all of it is. */
const wideSpace = /[^\S ]\s*| \s+/g;

/** A text with one blank wherever it has white space. Nothing is written anew where that stands already. */
export function singleBlanks(text: string): string {
  return text.replace(wideSpace, " ");
}
