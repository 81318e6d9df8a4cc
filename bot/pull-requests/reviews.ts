import type { Seal } from "../../core/run/index.ts";
import { graphqlOf } from "../github/octokit-class.ts";
import { createPullRequestRepository } from "../github/pull-request/pull-request-repository.ts";
import { unseenPulls } from "../github/pull-request/unseen-pulls.ts";
import { restOf } from "../github/rest-client.ts";
import type { Clock } from "../ports/clock.ts";
import type { RepositoryRef } from "../runs.ts";
import { type Reviewed, type ReviewOptions, reviewPullRequest } from "./review-pull-request.ts";

/** The pull requests of every repository the bot looks after. */
export interface Reviews {
  /** Looks at one pull request and says on it what it means. */
  review(ref: RepositoryRef, number: number, options?: Omit<ReviewOptions, "now">): Promise<Reviewed>;
  /** Those of the last two weeks that were opened, changed or merged without the bot having done its part: events may be lost. */
  unseen(ref: RepositoryRef): Promise<number[]>;
}

/** So far back it is looked for what no event told. */
const recentDays = 14;

/** Reviews with a client of their own for each look: a handbook at two commits is read anew, since few look twice. */
export function createReviews({
  handbookRoot,
  now,
  seal,
}: {
  readonly handbookRoot: string;
  readonly now: Clock;
  /** What the notes on runs are signed with; without it they are told by who wrote them last. */
  readonly seal?: Seal | undefined;
}): Reviews {
  return {
    unseen: ({ owner, name, octokit }) => {
      const since = new Date(Date.parse(now()) - recentDays * 24 * 3_600_000).toISOString();
      const clients = { graphql: graphqlOf(octokit), rest: restOf(octokit) };
      return unseenPulls(clients, { owner, name }, handbookRoot, since);
    },
    review: ({ owner, name, octokit }, number, options = {}) => {
      const repository = createPullRequestRepository({
        graphql: graphqlOf(octokit),
        rest: restOf(octokit),
        name: { owner, name },
        root: handbookRoot,
        seal,
      });
      return reviewPullRequest(repository, number, { ...options, now });
    },
  };
}
