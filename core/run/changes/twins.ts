import { isStatusComment } from "../ledger/status-marker.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedComment, ObservedIssue, RunIssues } from "../observed/observed-run.ts";
import { saidKeyOf } from "../said.ts";
import type { Change } from "./change.ts";

/**
 * What was said twice, because two processes did not know of each other or a read came too late: the first counts, later ones
 * are deleted. A step that is a run of its own looks after its own comments.
 */
export function twinChanges({ run, steps }: RunIssues): Change[] {
  return [run, ...steps.filter((issue) => !isChildRun(issue))].flatMap(twinsOn);
}

function twinsOn({ comments }: ObservedIssue): Change[] {
  const oldestFirst = comments.filter(({ isOurs }) => isOurs).toSorted((a, b) => a.number - b.number);
  const seen = new Set<string>();
  return oldestFirst.flatMap((comment): Change[] => {
    const key = keyOf(comment);
    if (key === undefined) return [];
    if (seen.has(key)) return [{ kind: "delete-comment", comment: comment.id }];
    seen.add(key);
    return [];
  });
}

function keyOf(comment: ObservedComment): string | undefined {
  return isStatusComment(comment) ? "status" : saidKeyOf(comment);
}
