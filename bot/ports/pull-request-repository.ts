import type {
  Asked,
  ObservedNote,
  ObservedPullRequest,
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
  /** A pull request with the handbook on both sides; nothing where there is none of that number. Files are only ever read. `now` is an ISO instant. */
  observe(number: number, now: string): Promise<ObservedPullRequest | undefined>;
  /** Writes changes in order; throws where one was refused, but for a request to ask somebody for a review. */
  act(
    pull: Pick<ObservedPullRequest, "number" | "repositoryId">,
    changes: readonly PullRequestChange[],
  ): Promise<Written>;
}
