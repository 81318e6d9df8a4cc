import {
  decidePullRequest,
  type ObservedPullRequest,
  type PullRequestChange,
} from "../../core/pull-request/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { PullRequestRepository } from "../ports/pull-request-repository.ts";

/** What came of a look at a pull request. */
export interface Reviewed {
  readonly observed: ObservedPullRequest | undefined;
  readonly changes: readonly PullRequestChange[];
}

/** How a pull request is looked at. */
export interface ReviewOptions {
  readonly now: Clock;
  /** Somebody asked for the check again. */
  readonly isAskedAgain?: boolean | undefined;
  /** The commit it was opened with, where that has just been heard. */
  readonly openedWith?: string | undefined;
  /** Whether to write; what is left unwritten is for the caller to say elsewhere, as in a job that may only read. */
  readonly isReadOnly?: boolean;
}

/** Looks at one pull request and says on it what it means; nothing where it does not touch the handbook. */
export async function reviewPullRequest(
  repository: PullRequestRepository,
  number: number,
  { now, isAskedAgain = false, openedWith, isReadOnly = false }: ReviewOptions,
): Promise<Reviewed> {
  const found = await repository.observe(number, now());
  if (!found) return { observed: found, changes: [] };
  const observed = { ...found, openedWith: openedWith ?? found.openedWith };
  const changes = decidePullRequest(observed, { now: now(), isAskedAgain });
  if (isReadOnly || changes.length === 0) return { observed, changes };
  const { comment = observed.comment, asked } = await repository.act(observed, changes);
  if (asked.taken.length + asked.refused.length === 0) return { observed, changes };
  // The comment keeps who was asked, and tells those whom GitHub does not.
  const notes = decidePullRequest({ ...observed, comment }, { now: now(), asked }).filter(
    ({ kind }) => kind === "edit-comment",
  );
  await repository.act(observed, notes);
  return { observed, changes: [...changes, ...notes] };
}
