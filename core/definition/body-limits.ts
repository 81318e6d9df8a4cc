import type { Finding } from "./finding.ts";

interface BodyLimit {
  readonly what: string;
  readonly pattern: RegExp;
  readonly most: number;
}

/** What takes a Markdown parser long, many times what a handbook needs. The last counts every sign it stops at. */
const limits: readonly BodyLimit[] = [
  {
    what: "footnotes, link definitions and underlined headings",
    pattern: /^(?:=+|-{2,}) *$|^ {0,3}\[[^\]\r\n\u2028\u2029]*\]:|\[\^/gm,
    most: 200,
  },
  { what: "links", pattern: /\]\(|:\/\/|www\.|@/gi, most: 500 },
  { what: "marks such as `*` and `|`", pattern: /[*_`~[<&|\\]/g, most: 5000 },
];

/** What makes text bold, slanted or struck is matched with all before it in its paragraph. */
const mostStars = 800;

/** A finding where a body holds more of something than a person would write; `linesBefore` are the lines before it. */
export function bodyOverLimit(text: string, linesBefore: number): Finding | undefined {
  for (const { what, pattern, most } of limits) {
    let left = most;
    for (const { index } of text.matchAll(pattern)) {
      left -= 1;
      if (left < 0) return tooMany(most, `${what} in one text`, index, text, linesBefore);
    }
  }
  for (const { index, 0: paragraph } of text.matchAll(/(?:[^\n]+\n?)+/g)) {
    const stars = paragraph.match(/[*_~]+/g)?.length ?? 0;
    if (stars > mostStars)
      return tooMany(mostStars, "marks such as `*` in one paragraph", index, text, linesBefore);
  }
  return undefined;
}

function tooMany(most: number, what: string, index: number, text: string, linesBefore: number): Finding {
  const message = `More than ${most.toLocaleString("en")} ${what}, expected a text that a person can read; move long material to a page of its own and link to it.`;
  const line = linesBefore + text.slice(0, index).split("\n").length;
  return { problemId: "file-too-large", line, column: 1, message };
}
