import { singleBlanks } from "../markdown/single-blanks.ts";

const drawing = /<svg[\s>].*?(?:<\/svg>|$)/gs;
const blockEnd = /<\/(?:p|li|td|th|pre|div)>/g;
const tagsButHeadings = /<(?!\/?h\d)(?:"[^"]*"|[^"<>])*>/g;

/**
 * Text of a page as sentences, headings kept: Pagefind takes much longer over every tag than over a full stop. What
 * stands in a drawing would be found without its meaning.
 */
export function plainWords(html: string): string {
  const sentences = singleBlanks(html.replace(drawing, ""))
    .replace(blockEnd, "\f")
    .replace(tagsButHeadings, "")
    .replace(/([.!?:;,…])? ?\f[ \f]*/g, (_end, mark = ".") => `${mark} `);
  return `<div>${sentences}</div>`;
}
