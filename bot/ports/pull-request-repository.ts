import type {
  Asked,
  ObservedNote,
  ObservedPullRequest,
  ProposedCommit,
  PullRequestChange,
} from "../../core/pull-request/index.ts";

/** What came of writing to a pull request. */
export interface Written {
  /** The comment on what the change means, where it was written; with its number, new or known. */
  readonly comment: ObservedNote | undefined;
  /** Of whom a review was asked. */
  readonly asked: Asked;
}

/** The pull requests of one repository of a forge. */
export interface PullRequestRepository {
  /**
   * A pull request with the handbook on both sides; nothing where there is none of that number. Files are only ever read. `now` is an ISO
   * instant; `openedWith` the commit it was opened with, where that has just been heard.
   */
  observe(
    number: number,
    now: string,
    openedWith?: string | undefined,
  ): Promise<ObservedPullRequest | undefined>;
  /** Commits as they stand now, each with the open pull requests that propose it: a look at one that has a part in their checks. */
  commits(number: number, headShas: readonly string[]): Promise<readonly ProposedCommit[]>;
  /** Writes changes in order; throws where one was refused, but for a request to ask somebody for a review. */
  act(
    pull: Pick<ObservedPullRequest, "number" | "repositoryId">,
    changes: readonly PullRequestChange[],
  ): Promise<Written>;
}
