import { findStatusComment, isStatusComment } from "../ledger/status-marker.ts";
import type { ObservedComment, ObservedRun, Permission } from "./observed-run.ts";

const writers: readonly (Permission | undefined)[] = ["admin", "maintain", "write"];

/**
 * The login of another account that looks after a run: it wrote the run's status comment, and we did not. Such a run is
 * left alone, or two bots would each make its steps. A comment that merely looks like a status comment counts only from an
 * app or from a person who may write to the repository, so that no outsider can stop a run with it.
 */
export function otherKeeperOf(observed: ObservedRun): string | undefined {
  if (findStatusComment(observed)) return undefined;
  const { permissions } = observed.people;
  const found = foreignStatusComments(observed).find(
    ({ isByApp, author }) => isByApp || writers.includes(permissions.get(author.toLowerCase())),
  );
  return found?.isByApp ? `${found.author}[bot]` : found?.author;
}

/** The comments on a run issue that look like a status comment and are not ours. */
export function foreignStatusComments({ run }: Pick<ObservedRun, "run">): ObservedComment[] {
  return run.comments.filter((comment) => !comment.isOurs && isStatusComment(comment));
}
