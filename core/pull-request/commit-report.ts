import { type Markdown, text } from "../text/index.ts";
import { type CheckReport, heaviestFirst } from "./check-report.ts";
import type { ProposedMerge } from "./proposed-merge.ts";

/** What one pull request has the check of its commit say. */
export interface MergeReport {
  readonly merge: Pick<ProposedMerge, "number" | "baseBranch">;
  readonly report: CheckReport;
}

const strictestFirst: readonly CheckReport["conclusion"][] = [
  "failure",
  "action_required",
  "neutral",
  "success",
];

/**
 * What the check of a commit says: the strictest of what the pull requests want that propose it, since GitHub shows one check on
 * all of them, and which of them wants what. `unread` are others that nobody read: until somebody has, they want to be looked
 * at. `reports` holds one at least, by number.
 */
export function commitReport(reports: readonly MergeReport[], unread: number): CheckReport {
  const [strictest, ...others] = reports.toSorted(
    (a, b) => rankOf(a.report.conclusion) - rankOf(b.report.conclusion),
  );
  if (strictest === undefined) throw new Error("Unexpected check of a commit that nobody proposes.");
  if (others.length + unread === 0) return strictest.report;
  const { conclusion, title, summary } = strictest.report;
  const isHeldByUnread = unread > 0 && rankOf(conclusion) > rankOf("action_required");
  return {
    conclusion: isHeldByUnread ? "action_required" : conclusion,
    title: isHeldByUnread ? text.pullRequest.unreadTitle(unread) : sharedTitle(reports, title),
    summary: sharedSummary(reports, { unread, of: strictest.merge.number, summary }),
    annotations: annotationsOf(reports),
  };
}

function rankOf(conclusion: CheckReport["conclusion"]): number {
  return strictestFirst.indexOf(conclusion);
}

/** Named are those that want it, where not all do. */
function sharedTitle(reports: readonly MergeReport[], title: string): string {
  const wanting = reports.filter(({ report }) => report.title === title);
  if (wanting.length === reports.length) return title;
  return text.pullRequest.titleOfSome(
    wanting.map(({ merge }) => merge.number),
    title,
  );
}

function sharedSummary(
  reports: readonly MergeReport[],
  { unread, of, summary }: { readonly unread: number; readonly of: number; readonly summary: Markdown },
): Markdown {
  const wanted = reports.map(({ merge: { number, baseBranch }, report: { title } }) => ({
    number,
    baseBranch,
    title,
  }));
  return text.pullRequest.sharedSummary(wanted, unread, { of, summary });
}

/** Each remark once: all read the same files. */
function annotationsOf(reports: readonly MergeReport[]): CheckReport["annotations"] {
  const remarks = new Map(
    reports.flatMap(({ report }) => report.annotations.map((remark) => [JSON.stringify(remark), remark])),
  );
  return [...remarks.values()].toSorted(heaviestFirst);
}
