import { graphqlOf } from "../github/octokit-class.ts";
import { createProposalRepository } from "../github/proposal/proposal-repository.ts";
import { restOf } from "../github/rest-client.ts";
import type { RepositoryRef } from "../runs.ts";
import { type TakenUp, takeUpProposal } from "./take-up-proposal.ts";

/** The proposals of every repository the bot looks after. */
export interface Proposals {
  /** Looks at one proposal, opens a pull request where it can, and answers. */
  takeUp(ref: RepositoryRef, issue: number): Promise<TakenUp>;
}

/** Proposals with a client of their own for each look, since few are looked at twice. */
export function createProposals({ handbookRoot }: { readonly handbookRoot: string }): Proposals {
  return {
    takeUp: ({ owner, name, octokit }, issue) => {
      const repository = createProposalRepository({
        graphql: graphqlOf(octokit),
        rest: restOf(octokit),
        name: { owner, name },
        root: handbookRoot,
      });
      return takeUpProposal(repository, issue);
    },
  };
}
