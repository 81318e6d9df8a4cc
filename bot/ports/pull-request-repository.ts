import type { ObservedPullRequest, PullRequestChange } from "../../core/pull-request/index.ts";

/** The pull requests of one repository of a forge. */
export interface PullRequestRepository {
  /** A pull request with the handbook on both sides; nothing where there is none of that number. Files are only ever read. */
  observe(number: number): Promise<ObservedPullRequest | undefined>;
  /** Writes changes in order; throws where one was refused. */
  act(number: number, changes: readonly PullRequestChange[]): Promise<void>;
}
