import { type HandbookMeaning, meaningAsMarkdown, roomForMeaning, stakesIn } from "../change/index.ts";
import { joinMarkdown, md, ours, text } from "../text/index.ts";
import { agreementPart } from "./agreement-part.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";
import { keptRuns, runsPart } from "./runs-part.ts";

/** The hidden words by which the bot finds its comment again. They count only in what the bot wrote. */
export const meaningMark = "<!-- handrail:pull-request -->";

/** The comment that says what a pull request means; the same text for the same change, so that it is written once. */
export function meaningComment(observed: ObservedPullRequest, meaning: HandbookMeaning): string {
  const { before, after, headSha } = observed;
  const words = text.pullRequest;
  const errors = after.problems.filter(({ severity }) => severity === "error").length;
  const sides = { before: before.handbook, after: after.handbook };
  const agreement = agreementPart(observed, stakesIn(meaning, sides));
  const runs = runsPart(keptRuns(observed, meaning));
  // What stands below is short by its own bounds; the meaning takes the room that is left.
  const room = roomForMeaning - agreement.text.length - runs.text.length;
  const told = meaningAsMarkdown(meaning, sides, room).trim();
  const parts = [
    words.heading,
    errors > 0 ? words.broken(errors) : md``,
    ours(told),
    agreement,
    runs,
    words.footer(headSha),
  ];
  return `${joinMarkdown(parts, "\n\n").text}\n\n${meaningMark}`;
}
