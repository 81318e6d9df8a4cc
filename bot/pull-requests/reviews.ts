import { graphqlOf } from "../github/octokit-class.ts";
import {
  createPullRequestRepository,
  type RestClient,
} from "../github/pull-request/pull-request-repository.ts";
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
      const rest = ((route, parameters) => octokit.request(route, parameters)) as RestClient;
      const repository = createPullRequestRepository({
        graphql: graphqlOf(octokit),
        rest,
        name: { owner, name },
        root: handbookRoot,
      });
      return reviewPullRequest(repository, number, { ...options, now });
    },
  };
}
