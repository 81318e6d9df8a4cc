import type { CivilDate } from "../calendar/index.ts";
import { handbookMeaning } from "../change/index.ts";
import { text } from "../text/index.ts";
import { type CheckReport, checkReport } from "./check-report.ts";
import { meaningComment } from "./meaning-comment.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";
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
  /** A comment on a run, written where none of the bot's there holds `mark`. */
  | { readonly kind: "tell-run"; readonly run: number; readonly mark: string; readonly body: string };

/**
 * What is to be written to a pull request so that its check and its comment say what the change means. Pure; once the
 * changes are carried out the next decision is empty. Nothing for one that is closed, or does not touch the handbook, unless
 * it did once and the bot has spoken. One that is merged is told to the runs that keep the text they began with. `isAskedAgain` says that somebody pressed Re-run.
 */
export function decidePullRequest(
  observed: ObservedPullRequest,
  { today, isAskedAgain = false }: { readonly today: CivilDate; readonly isAskedAgain?: boolean },
): PullRequestChange[] {
  if (observed.isMerged) return tellRuns(observed, today);
  if (!observed.isOpen) return [];
  const root = observed.after.root === "" ? "" : `${observed.after.root}/`;
  const touches = observed.changedPaths.some((path) => path.startsWith(root));
  if (!touches && observed.comment === undefined) return [];
  const meaning = handbookMeaning(observed.before, observed.after, today);
  const report = checkReport(observed, meaning);
  const body = meaningComment(observed, meaning);
  const key = keyOf(report);
  return [
    ...(observed.check?.key === key && !isAskedAgain
      ? []
      : [{ kind: "write-check" as const, headSha: observed.headSha, key, report }]),
    ...commentChange(observed, body),
    ...observed.twins.map(({ id }) => ({ kind: "delete-comment" as const, id })),
  ];
}

function tellRuns(observed: ObservedPullRequest, today: CivilDate): PullRequestChange[] {
  const { number, runs, before, after } = observed;
  if (runs.length === 0) return [];
  const mark = `<!-- pull request ${number} -->`;
  return keptRuns(observed, handbookMeaning(before, after, today)).flatMap((kept) =>
    kept.runs.map(({ number: run }) => ({
      kind: "tell-run" as const,
      run,
      mark,
      body: `${text.pullRequest.runKeeps(kept.process, number).text}\n\n${mark}`,
    })),
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
