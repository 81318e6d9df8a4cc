import { isSafeLink } from "../definition/index.ts";

/** Marks are looked for in a line of up to so many characters; a longer one is taken as words, all of them, since looking would take long. */
const longestMarked = 2000;

/**
 * A line of Markdown from elsewhere as strict MDX that says the same: code and links of the web stay, everything that would be a tag, a
 * program or a link to a file that is not there is plain text.
 */
export function mdxText(line: string): string {
  const seen = visible(line);
  if (seen.length > longestMarked) return escaped(seen);
  const parts = seen.split(/(`[^`]+`|!?\[[^\]\n]*\]\([^()\s]+\)|<https?:\/\/[^>\s]+>)/);
  return parts.map((part, index) => (index % 2 === 1 ? keptOf(part) : escaped(part))).join("");
}

function keptOf(part: string): string {
  if (part.startsWith("`")) return part;
  if (part.startsWith("<")) return part.slice(1, -1);
  const [, sign, words = "", url = ""] = /^(!?)\[([^\]]*)\]\(([^)]+)\)$/.exec(part) ?? [];
  const isOfWeb = /^(?:https?:\/\/|mailto:)/i.test(url) && isSafeLink(url);
  return sign === "" && isOfWeb ? `[${escaped(words)}](${url})` : escaped(part);
}

function escaped(words: string): string {
  return words.replace(/[\\<{}[\]`|~*_#]/g, "\\$&");
}

/** The words of a line, without marks of Markdown and without signs that titles cannot have. */
export function plainWords(line: string): string {
  const seen = visible(line);
  return (seen.length > longestMarked ? seen : withoutMarks(seen))
    .replace(/[{<]/g, "(")
    .replace(/[}>]/g, ")")
    .replace(/[`\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutMarks(line: string): string {
  return line
    .replace(/!?\[([^\]\n]*)\]\([^()\s]*\)/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, " ")
    .replace(/(\*\*|__|~~)(.+?)\1/g, "$2")
    .replace(/(?<![\w*])[*_](\S(?:.*?\S)?)[*_](?![\w*])/g, "$1");
}

function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/\p{Cf}/gu, "");
}
