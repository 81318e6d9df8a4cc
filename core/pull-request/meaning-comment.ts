import { type HandbookMeaning, meaningAsMarkdown } from "../change/index.ts";
import { joinMarkdown, md, ours, text } from "../text/index.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";

/** The hidden words by which the bot finds its comment again. They count only in what the bot wrote. */
export const meaningMark = "<!-- handrail:pull-request -->";

/** The comment that says what a pull request means; the same text for the same change, so that it is written once. */
export function meaningComment(
  { before, after, headSha }: ObservedPullRequest,
  meaning: HandbookMeaning,
): string {
  const words = text.pullRequest;
  const errors = after.problems.filter(({ severity }) => severity === "error").length;
  const told = meaningAsMarkdown(meaning, { before: before.handbook, after: after.handbook }).trim();
  const parts = [words.heading, errors > 0 ? words.broken(errors) : md``, ours(told), words.footer(headSha)];
  return `${joinMarkdown(parts, "\n\n").text}\n\n${meaningMark}`;
}
