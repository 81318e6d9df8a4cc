import { beginningOf } from "../../beginning-of.ts";
import type { RetrospectiveQuestion } from "../../metrics/index.ts";

/** What somebody wrote to one of the questions of a retrospective, as they typed it. */
export interface Reply {
  readonly question: RetrospectiveQuestion;
  readonly words: string;
}

/** No comment is read further, and no answer is kept longer. */
const mostRead = 20_000;
const longestWords = 1000;

/** By these words a question is known where it is quoted or stands as a heading; in the order in which they are numbered. */
const questions: readonly (readonly [RetrospectiveQuestion, RegExp])[] = [
  ["held-up", /\bheld\b.{0,20}\bup\b/i],
  ["missing", /\bmissing\b/i],
  ["handbook", /\bhandbook\b/i],
];

/**
 * The answers in a comment to the three questions of a retrospective. A question is meant by its number at the beginning of a line, by
 * quoting it, or by writing it as a heading or in bold; what follows until the next one is the answer. Quoted lines are nobody's answer, and
 * a question without words below it was only quoted. Empty for a comment that names no question.
 */
export function readReplies(body: string): Reply[] {
  const found: { question: RetrospectiveQuestion; lines: string[] }[] = [];
  for (const line of body.slice(0, mostRead).split(/\r\n?|\n/)) {
    const begun = questionIn(line.trim());
    if (begun) found.push({ question: begun.question, lines: [begun.rest] });
    else if (!line.trimStart().startsWith(">")) found.at(-1)?.lines.push(line);
  }
  return questions.flatMap(([question]) => {
    const lines = found.filter((one) => one.question === question).flatMap((one) => one.lines);
    const words = lines.join("\n").trim();
    return words === "" ? [] : [{ question, words: cut(words) }];
  });
}

/** The question that a line names, and what else stands on it. */
function questionIn(
  line: string,
): { readonly question: RetrospectiveQuestion; readonly rest: string } | undefined {
  const plain = line.replace(/^(?:>\s*)+/, "").replace(/^[-*]\s+/, "");
  const numbered = /^(?:\*\*|__|#{1,6}\s)?\s*([1-3])\s*[.):](?:\*\*|__)?\s*(?!\s)(.*)$/.exec(plain);
  const known = numbered && questions[Number(numbered[1]) - 1]?.[0];
  if (numbered && known) return { question: known, rest: withoutQuestion(numbered[2] ?? "", line) };
  const heading = headingIn(plain) ?? (line.startsWith(">") ? { head: plain, rest: "" } : undefined);
  const meant = heading && questions.find(([, words]) => words.test(heading.head))?.[0];
  return heading && meant ? { question: meant, rest: heading.rest } : undefined;
}

function headingIn(line: string): { readonly head: string; readonly rest: string } | undefined {
  const heading = /^#{1,6}\s+(?!\s)(.*)$/.exec(line)?.[1];
  if (heading !== undefined) return { head: heading, rest: "" };
  const bold = /^(?:\*\*([^*]{1,100})\*\*|__([^_]{1,100})__)(.*)$/.exec(line);
  return bold ? { head: bold[1] ?? bold[2] ?? "", rest: (bold[3] ?? "").replace(/^\s*:\s*/, "") } : undefined;
}

/** A numbered line may say the question again before the answer; a quoted one says nothing else. */
function withoutQuestion(rest: string, line: string): string {
  if (line.startsWith(">")) return "";
  const again = /^([^?]{1,100}\?)(?:\*\*|__)?\s*(?!\s)(.*)$/.exec(rest);
  return again && questions.some(([, words]) => words.test(again[1] ?? "")) ? (again[2] ?? "") : rest;
}

function cut(words: string): string {
  return words.length <= longestWords ? words : `${beginningOf(words, longestWords - 1)}…`;
}
