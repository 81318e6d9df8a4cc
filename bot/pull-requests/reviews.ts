import { graphqlOf } from "../github/octokit-class.ts";
import { createPullRequestRepository } from "../github/pull-request/pull-request-repository.ts";
import { restOf } from "../github/rest-client.ts";
import type { Clock } from "../ports/clock.ts";
import type { RepositoryRef } from "../runs.ts";
import { type Reviewed, type ReviewOptions, reviewPullRequest } from "./review-pull-request.ts";

/** The pull requests of every repository the bot looks after. */
export interface Reviews {
  /** Looks at one pull request and says on it what it means. */
  review(ref: RepositoryRef, number: number, options?: Omit<ReviewOptions, "now">): Promise<Reviewed>;
}

/** Reviews with a client of their own for each look: a handbook at two commits is read anew, since few look twice. */
export function createReviews({
  handbookRoot,
  now,
}: {
  readonly handbookRoot: string;
  readonly now: Clock;
}): Reviews {
  return {
    review: ({ owner, name, octokit }, number, options = {}) => {
      const repository = createPullRequestRepository({
        graphql: graphqlOf(octokit),
        rest: restOf(octokit),
        name: { owner, name },
        root: handbookRoot,
      });
      return reviewPullRequest(repository, number, { ...options, now });
    },
  };
}
