import type { Ledger } from "../ledger/ledger.ts";
import { isStatusComment } from "../ledger/status-marker.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedComment, RunIssues } from "../observed/observed-run.ts";
import { isOnceInRun, saidKeyOf, sayingOf } from "../said.ts";
import type { Change } from "./change.ts";

/**
 * What was said twice, because two processes did not know of each other or a read came too late: the first counts, later ones
 * are deleted, wherever they stand where it is said once in a run. A step that is a run of its own looks after its own comments.
 */
export function twinChanges({ run, steps }: RunIssues): Change[] {
  const issues = [run, ...steps.filter((issue) => !isChildRun(issue))];
  const ours = issues.flatMap(({ number, comments }) =>
    comments.flatMap((comment) => {
      const key = comment.isOurs ? keyOf(comment) : undefined;
      if (key === undefined) return [];
      return [{ comment, place: isOnceInRun(key) ? key : `${number} ${key}` }];
    }),
  );
  const seen = new Set<string>();
  return ours
    .toSorted((a, b) => a.comment.number - b.comment.number)
    .flatMap(({ comment, place }): Change[] => {
      if (seen.has(place)) return [{ kind: "delete-comment", comment: comment.id }];
      seen.add(place);
      return [];
    });
}

const restored = "restored ";

/**
 * The word that the notes of a run were restored, where they were not: a list that lagged behind had hidden them, or another process
 * restored them at the same moment and said so. A run that was read again from its issues knows of none before that.
 */
export function falseRestorations({ entries }: Ledger, { run }: RunIssues): Change[] {
  const known = entries.flatMap((entry) => (entry.kind === "restored" ? [entry] : []));
  const anew = known.findLast(({ from }) => from === "issues")?.at ?? "";
  return run.comments.flatMap((comment): Change[] => {
    const key = comment.isOurs ? saidKeyOf(comment) : undefined;
    if (!key?.startsWith(restored) || comment.createdAt < anew) return [];
    const isTrue = known.some(({ at }) => at === key.slice(restored.length));
    return isTrue ? [] : [{ kind: "delete-comment", comment: comment.id }];
  });
}

function keyOf(comment: ObservedComment): string | undefined {
  return isStatusComment(comment) ? "status" : sayingOf(comment);
}
