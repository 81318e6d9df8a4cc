import type { HandbookMeaning } from "../change/index.ts";
import { type CheckReport, checkReport } from "./check-report.ts";
import { commitReport } from "./commit-report.ts";
import { concernsHandbook } from "./concerns-handbook.ts";
import type { ProposedCommit, ProposedMerge } from "./proposed-merge.ts";

/** A new check of a commit. */
export interface WriteCheck {
  readonly kind: "write-check";
  readonly headSha: string;
  /** Numbers of the pull requests that it speaks for. */
  readonly pulls: readonly number[];
  readonly key: string;
  readonly report: CheckReport;
}

/** What checks are decided with besides what GitHub has. */
export interface CheckOptions {
  readonly meaningOf: (merge: ProposedMerge) => HandbookMeaning;
  /** Somebody pressed Re-run. */
  readonly isAskedAgain?: boolean;
}

/**
 * The checks that commits lack, by what the open pull requests want that propose them. Nothing for a commit that none
 * proposes any more, or none that touches the handbook: what its check said last stays.
 */
export function decideChecks(
  commits: readonly ProposedCommit[],
  { meaningOf, isAskedAgain = false }: CheckOptions,
): WriteCheck[] {
  return commits.flatMap(({ headSha, check, merges, unread }) => {
    const concerned = merges.filter(concernsHandbook);
    if (concerned.length === 0) return [];
    const reports = concerned.map((merge) => ({ merge, report: checkReport(merge, meaningOf(merge)) }));
    const report = commitReport(reports, unread);
    const key = keyOf(report);
    const pulls = concerned.map(({ number }) => number);
    return check?.key === key && !isAskedAgain
      ? []
      : [{ kind: "write-check" as const, headSha, pulls, key, report }];
  });
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
