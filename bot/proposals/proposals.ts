import { createLearningRepository } from "../github/learning/learning-repository.ts";
import { graphqlOf } from "../github/octokit-class.ts";
import { createProposalRepository } from "../github/proposal/proposal-repository.ts";
import { restOf } from "../github/rest-client.ts";
import type { RepositoryRef } from "../runs.ts";
import { type LearnOptions, learn } from "./learn.ts";
import { type TakenUp, takeUpProposal } from "./take-up-proposal.ts";

/** The proposals of every repository the bot looks after. */
export interface Proposals {
  /** Looks at one proposal, opens a pull request where it can, and answers. */
  takeUp(ref: RepositoryRef, issue: number): Promise<TakenUp>;
  /** Brings what runs suggest; gives the numbers of the pull requests that were opened or written to. */
  learn(ref: RepositoryRef, options: LearnOptions): Promise<number[]>;
}

/** Proposals with a client of their own for each look, since few are looked at twice. */
export function createProposals({ handbookRoot }: { readonly handbookRoot: string }): Proposals {
  const optionsOf = ({ owner, name, octokit }: RepositoryRef) => ({
    graphql: graphqlOf(octokit),
    rest: restOf(octokit),
    name: { owner, name },
    root: handbookRoot,
  });
  return {
    takeUp: (ref, issue) => takeUpProposal(createProposalRepository(optionsOf(ref)), issue),
    learn: (ref, options) => learn(createLearningRepository(optionsOf(ref)), options),
  };
}
