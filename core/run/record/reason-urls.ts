import { commentByHand } from "../happenings/comment-by-hand.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedIssue, RunIssues } from "../observed/observed-run.ts";

/**
 * Where the reasons in a ledger can be read whole, entry by entry: the address of the comment each was given in. Nothing for an entry
 * without a reason, and for one whose comment is gone.
 */
export function reasonUrls(
  { run, steps }: RunIssues,
  { issues }: Pick<Ledger, "issues">,
): (entry: LedgerEntry) => string | undefined {
  const all = [run, ...steps];
  const places = new Map(
    all.flatMap((issue) => issue.comments.map(({ number }) => [number, issue] as const)),
  );
  return (entry) => {
    if (!("reason" in entry) || (entry.reason ?? "") === "") return undefined;
    if (typeof entry.comment === "number") return urlOf(places.get(entry.comment), entry.comment);
    const number = "step" in entry ? issues.get(entry.step) : run.number;
    const issue = all.find((other) => other.number === number);
    const account = { login: entry.by, id: entry.byId ?? null };
    return issue && urlOf(issue, commentByHand(issue, account, entry.at)?.number);
  };
}

function urlOf(issue: ObservedIssue | undefined, comment: number | undefined): string | undefined {
  return issue === undefined || comment === undefined ? undefined : `${issue.url}#issuecomment-${comment}`;
}
