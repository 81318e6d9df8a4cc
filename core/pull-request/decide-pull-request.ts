import type { HandbookMeaning } from "../change/index.ts";
import { readNoteLine, writeNoteLine } from "../note-line.ts";
import { type ReadingIssue, readersOf, readingKey, writeReading } from "../reading/index.ts";
import { pullRequestMark } from "../run/index.ts";
import { text } from "../text/index.ts";
import { concernsHandbook } from "./concerns-handbook.ts";
import { decideChecks, type WriteCheck } from "./decide-checks.ts";
import { meaningComment, meaningSign } from "./meaning-comment.ts";
import { meaningsAt } from "./meanings-at.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";
import type { ObservedNote } from "./proposed-merge.ts";
import { type Asked, askedBefore, reviewersOf } from "./reviewers.ts";
import { keptRuns } from "./runs-part.ts";
import { stakesOf } from "./stakes-of.ts";

/** One thing to be written to a pull request. */
export type PullRequestChange =
  | WriteCheck
  | { readonly kind: "post-comment"; readonly body: string }
  | { readonly kind: "edit-comment"; readonly id: number; readonly body: string }
  | { readonly kind: "delete-comment"; readonly id: number }
  | { readonly kind: "ask-for-review"; readonly login: string }
  /** An issue that asks somebody to read, and one of the same that two of the bot made at once. */
  | { readonly kind: "ask-to-read"; readonly reading: ReadingIssue }
  | { readonly kind: "drop-reading"; readonly issue: number }
  /** A comment on a run, written where none of the bot's there holds `mark`. */
  | { readonly kind: "tell-run"; readonly run: number; readonly mark: string; readonly body: string };

/** What a decision is made with besides what GitHub has. */
export interface PullRequestOptions {
  readonly now: string;
  readonly isAskedAgain?: boolean;
  readonly asked?: Asked;
}

const nobody: Asked = { taken: [], refused: [] };

/**
 * What is to be written to a pull request so that its check and its comment say what the change means. Pure; once the
 * changes are carried out the next decision is empty. On one that is closed, or does not touch the handbook, nothing is said, unless
 * it did once and the bot has spoken; the check of its commit still speaks for the open ones that propose the same. One that is merged is told to the runs that keep the text they began with. `isAskedAgain` says that somebody pressed Re-run;
 * `asked` whom GitHub has just been asked to ask for a review. That comes after the comment, since whoever is asked follows the
 * pull request from then on, and hears once.
 */
export function decidePullRequest(
  observed: ObservedPullRequest,
  { now, isAskedAgain = false, asked = nobody }: PullRequestOptions,
): PullRequestChange[] {
  const meaningOf = meaningsAt(now);
  const checks = decideChecks(observed.commits, { meaningOf, isAskedAgain });
  if (observed.isMerged) return [...checks, ...afterMerge(observed, meaningOf(observed), now)];
  if (!observed.isOpen || !concernsHandbook(observed)) return checks;
  const meaning = meaningOf(observed);
  const before = askedBefore(observed);
  const known: Asked = {
    taken: [...new Set([...before.taken, ...asked.taken])],
    refused: [...new Set([...before.refused, ...asked.refused])],
  };
  const body = meaningComment(observed, meaning, { now, asked: known });
  return [
    ...checks,
    ...commentChange(observed, body),
    ...asksForReview(observed, meaning, known),
    ...observed.twins.map(({ id }) => ({ kind: "delete-comment" as const, id })),
  ];
}

/** Runs are told that they keep their text, and people are asked to read; the pull request says last that this is done. */
function afterMerge(
  observed: ObservedPullRequest,
  meaning: HandbookMeaning,
  now: string,
): PullRequestChange[] {
  const { comment } = observed;
  if (comment && isDoneAfterMerge(comment.body)) return rewrite(comment, comment.body);
  const told = [...tellRuns(observed, meaning, now), ...askToRead(observed, meaning)];
  if (comment === undefined) return told;
  // Where GitHub has lost what the bot wrote, only the sign is left by which its comment is known.
  const said = comment.body.trim() || meaningSign;
  return [...told, ...rewrite(comment, `${said}\n${writeNoteLine(mergedKind)}`)];
}

const mergedKind = "merged";

/** Whether the bot's comment tells that everything after the merge has been done. */
export function isDoneAfterMerge(body: string): boolean {
  return readNoteLine(mergedKind, body) === "";
}

function tellRuns(observed: ObservedPullRequest, meaning: HandbookMeaning, now: string): PullRequestChange[] {
  const { number, runs } = observed;
  if (runs.length === 0) return [];
  const mark = pullRequestMark(number);
  return keptRuns(observed, meaning, now).flatMap((kept) =>
    kept.runs.map(({ number: run, outlook }) => ({
      kind: "tell-run" as const,
      run,
      mark,
      body: `${text.pullRequest.runKeeps(kept.process, number, outlook).text}\n\n${mark}`,
    })),
  );
}

/** One issue for each person whose work is other now; where two of the bot made the same one, the later goes. */
function askToRead(observed: ObservedPullRequest, meaning: HandbookMeaning): PullRequestChange[] {
  const { number, before, after, author, proposedBy, agreed, readings, repositoryUrl, baseBranch } = observed;
  const { config } = after.handbook;
  if (!config.changes.readAgain) return [];
  const sides = { before: before.handbook, after: after.handbook };
  const folder = `${repositoryUrl}/blob/${baseBranch}${after.root === "" ? "" : `/${after.root}`}`;
  const wanted = readersOf(meaning, sides, [author, proposedBy ?? author, ...agreed]).map((reader) =>
    writeReading(reader, sides, { pull: number, site: config.site, folder }),
  );
  const first = new Map(readings.toReversed().map((reading) => [reading.key, reading.number]));
  return [
    ...wanted.flatMap((reading) =>
      first.has(readingKey(reading.note)) ? [] : [{ kind: "ask-to-read" as const, reading }],
    ),
    ...readings.flatMap(({ key, number: issue, isOpen }) =>
      isOpen && first.get(key) !== issue ? [{ kind: "drop-reading" as const, issue }] : [],
    ),
  ];
}

/** Each owner is asked once: somebody who has reviewed is not asked again for another commit. */
function asksForReview(
  observed: ObservedPullRequest,
  meaning: HandbookMeaning,
  { taken, refused }: Asked,
): PullRequestChange[] {
  const asked = new Set([...taken, ...refused]);
  return reviewersOf(observed, stakesOf(observed, meaning)).flatMap((login) =>
    asked.has(login) ? [] : [{ kind: "ask-for-review" as const, login }],
  );
}

function commentChange({ comment }: ObservedPullRequest, body: string): PullRequestChange[] {
  if (comment === undefined) return [{ kind: "post-comment", body }];
  return rewrite(comment, body);
}

/**
 * Nothing where the bot has written just that. What somebody else made of a comment is written anew even where they guessed its words, with
 * a sign more: else GitHub would take it for no edit, and the text would stay theirs.
 */
function rewrite({ id, body: written, changedTo }: ObservedNote, body: string): PullRequestChange[] {
  if (changedTo === undefined && sameText(written, body)) return [];
  const isGuessed = changedTo !== undefined && sameText(changedTo, body);
  const sign = isGuessed ? `\n${writeNoteLine("put-back")}` : "";
  return [{ kind: "edit-comment", id, body: `${body}${sign}` }];
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll("\r\n", "\n").trim() === b.trim();
}
