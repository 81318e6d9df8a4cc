import { decideProposal } from "../../core/proposal/index.ts";
import { FilesRefused, type ProposalRepository } from "../ports/proposal-repository.ts";
import { WriteUnknown } from "../ports/run-repository.ts";

/** What came of a look at a proposal. */
export interface TakenUp {
  /** How many changes were written. */
  readonly changes: number;
  /** The pull request that was opened just now. */
  readonly opened: number | undefined;
}

/** A label and a pull request, then the answer, and once more where an answer of GitHub was lost on the way. */
const mostRounds = 4;

/**
 * Looks at one proposal until nothing is left to do: opens a pull request where its wish can be written, and answers on the issue. A
 * write whose answer was lost is looked for before anything is decided anew.
 */
export async function takeUpProposal(repository: ProposalRepository, number: number): Promise<TakenUp> {
  let observed = await repository.observe(number);
  let [isRefused, written] = [false, 0];
  let opened: number | undefined;
  for (let round = 0; round < mostRounds && observed; round += 1) {
    const changes = decideProposal(observed, { isRefused });
    if (changes.length === 0) break;
    try {
      const { pull } = await repository.act(number, changes);
      written += changes.length;
      if (pull === undefined) break;
      opened = pull;
      // GitHub may take a moment to list what it has just made.
      observed = { ...observed, pull: { number: pull, isGivenUp: false }, isLabelled: true, twins: [] };
    } catch (error) {
      if (error instanceof FilesRefused) isRefused = true;
      else if (!(error instanceof WriteUnknown)) throw error;
      observed = await repository.observe(number);
    }
  }
  return { changes: written, opened };
}
