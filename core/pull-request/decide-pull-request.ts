import { type CivilDate, civilToday } from "../calendar/index.ts";
import { type HandbookMeaning, handbookMeaning, stakesIn } from "../change/index.ts";
import { type ReadingIssue, readersOf, readingKey, writeReading } from "../reading/index.ts";
import { text } from "../text/index.ts";
import { type CheckReport, checkReport } from "./check-report.ts";
import { concernsHandbook } from "./concerns-handbook.ts";
import { meaningComment } from "./meaning-comment.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";
import { type Asked, askedBefore, reviewersOf } from "./reviewers.ts";
import { keptRuns } from "./runs-part.ts";

/** One thing to be written to a pull request. */
export type PullRequestChange =
  | {
      readonly kind: "write-check";
      readonly headSha: string;
      readonly key: string;
      readonly report: CheckReport;
    }
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
 * changes are carried out the next decision is empty. Nothing for one that is closed, or does not touch the handbook, unless
 * it did once and the bot has spoken. One that is merged is told to the runs that keep the text they began with. `isAskedAgain` says that somebody pressed Re-run;
 * `asked` whom GitHub has just been asked to ask for a review. That comes after the comment, since whoever is asked follows the
 * pull request from then on, and hears once.
 */
export function decidePullRequest(
  observed: ObservedPullRequest,
  { now, isAskedAgain = false, asked = nobody }: PullRequestOptions,
): PullRequestChange[] {
  const today = civilToday(now, observed.before.handbook.config.timeZone);
  if (observed.isMerged) return afterMerge(observed, today, now);
  if (!observed.isOpen) return [];
  if (!concernsHandbook(observed)) return [];
  const meaning = handbookMeaning(observed.before, observed.after, today);
  const report = checkReport(observed, meaning);
  const before = askedBefore(observed);
  const known: Asked = {
    taken: [...new Set([...before.taken, ...asked.taken])],
    refused: [...new Set([...before.refused, ...asked.refused])],
  };
  const body = meaningComment(observed, meaning, { now, asked: known });
  const key = keyOf(report);
  return [
    ...(observed.check?.key === key && !isAskedAgain
      ? []
      : [{ kind: "write-check" as const, headSha: observed.headSha, key, report }]),
    ...commentChange(observed, body),
    ...asksForReview(observed, meaning, known),
    ...observed.twins.map(({ id }) => ({ kind: "delete-comment" as const, id })),
  ];
}

/** Runs are told that they keep their text, and people are asked to read; the pull request says last that this is done. */
function afterMerge(observed: ObservedPullRequest, today: CivilDate, now: string): PullRequestChange[] {
  const { before, after, comment } = observed;
  if (comment?.body.includes(mergedMark)) return [];
  const meaning = handbookMeaning(before, after, today);
  const told = [...tellRuns(observed, meaning, now), ...askToRead(observed, meaning)];
  if (comment === undefined) return told;
  return [...told, { kind: "edit-comment", id: comment.id, body: `${comment.body.trim()}\n${mergedMark}` }];
}

/** The hidden words that tell that everything after the merge has been done. They count only in what the bot wrote. */
export const mergedMark = "<!-- handrail:merged -->";

function tellRuns(observed: ObservedPullRequest, meaning: HandbookMeaning, now: string): PullRequestChange[] {
  const { number, runs } = observed;
  if (runs.length === 0) return [];
  const mark = `<!-- pull request ${number} -->`;
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
  const stakes = stakesIn(meaning, { before: observed.before.handbook, after: observed.after.handbook });
  return reviewersOf(observed, stakes).flatMap((login) =>
    asked.has(login) ? [] : [{ kind: "ask-for-review" as const, login }],
  );
}

function commentChange({ comment }: ObservedPullRequest, body: string): PullRequestChange[] {
  if (comment === undefined) return [{ kind: "post-comment", body }];
  return sameText(comment.body, body) ? [] : [{ kind: "edit-comment", id: comment.id, body }];
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll("\r\n", "\n").trim() === b.trim();
}

/** What a check run was written from, short enough for the note GitHub keeps with it. */
function keyOf({ conclusion, title, summary, annotations }: CheckReport): string {
  const whole = JSON.stringify([conclusion, title, summary.text, annotations]);
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < whole.length; index += 1) {
    const unit = whole.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = (Math.imul(b, 31) + unit) >>> 0;
  }
  return `${conclusion}-${annotations.length}-${a.toString(16)}${b.toString(16)}`;
}
