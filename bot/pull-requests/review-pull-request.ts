import {
  decideChecks,
  decidePullRequest,
  meaningsAt,
  type ObservedPullRequest,
  type ProposedCommit,
  type PullRequestChange,
  type WriteCheck,
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
  const observed = await repository.observe(number, now(), openedWith);
  if (!observed) return { observed, changes: [] };
  const changes = decidePullRequest(observed, { now: now(), isAskedAgain });
  if (isReadOnly || changes.length === 0) return { observed, changes };
  const { comment = observed.comment, asked } = await repository.act(observed, changes);
  const isNobodyAsked = asked.taken.length + asked.refused.length === 0;
  // The comment keeps who was asked, and tells those whom GitHub does not.
  const notes = isNobodyAsked
    ? []
    : decidePullRequest({ ...observed, comment }, { now: now(), asked }).filter(
        ({ kind }) => kind === "edit-comment",
      );
  await repository.act(observed, notes);
  const again = await checkAgain(repository, observed, changes, now);
  return { observed, changes: [...changes, ...notes, ...again] };
}

/** Whoever looks at another pull request with the same commit at this very moment writes the same check again, a few times at most. */
const mostRounds = 3;

/**
 * Looks at the commits anew whose check was written. Of two who looked at pull requests with one commit at once, the one who read first may
 * have written last: then its check says what was so before.
 */
async function checkAgain(
  repository: PullRequestRepository,
  observed: ObservedPullRequest,
  changes: readonly PullRequestChange[],
  now: Clock,
): Promise<PullRequestChange[]> {
  const again: WriteCheck[] = [];
  let before = observed.commits;
  let written = changes.filter((change) => change.kind === "write-check");
  for (let round = 0; round < mostRounds && written.length > 0; round += 1) {
    const commits = await repository.commits(
      observed.number,
      written.map(({ headSha }) => headSha),
    );
    // A list that lags behind shows the check that was there before: what was answered counts.
    const isKnown = ({ headSha, key }: WriteCheck) =>
      checkOn(headSha, commits) === checkOn(headSha, before) &&
      written.some((check) => check.headSha === headSha && check.key === key);
    written = decideChecks(commits, { meaningOf: meaningsAt(now()) }).filter((check) => !isKnown(check));
    await repository.act(observed, written);
    again.push(...written);
    before = commits;
  }
  return again;
}

function checkOn(sha: string, commits: readonly ProposedCommit[]): number | undefined {
  return commits.find(({ headSha }) => headSha === sha)?.check?.id;
}
