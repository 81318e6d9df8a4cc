const drawing = /<svg[\s>].*?(?:<\/svg>|$)/gs;
/** White space that is no single blank, as nearly all of it is. */
const wideSpace = /[^\S ]\s*| \s+/g;
const blockEnd = /<\/(?:p|li|td|th|pre|div)>/g;
const tagsButHeadings = /<(?!\/?h\d)(?:"[^"]*"|[^"<>])*>/g;

/**
 * Text of a page as sentences, headings kept: Pagefind takes much longer over every tag than over a full stop. What
 * stands in a drawing would be found without its meaning.
 */
export function plainWords(html: string): string {
  const sentences = html
    .replace(drawing, "")
    .replace(wideSpace, " ")
    .replace(blockEnd, "\f")
    .replace(tagsButHeadings, "")
    .replace(/([.!?:;,…])? ?\f[ \f]*/g, (_end, mark = ".") => `${mark} `);
  return `<div>${sentences}</div>`;
}
