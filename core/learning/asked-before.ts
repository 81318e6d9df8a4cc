import type { SuggestedChange } from "../metrics/index.ts";
import type { Proposal } from "./proposal.ts";

type Asked = Pick<SuggestedChange, "rule" | "step" | "hits">;

/** In how many runs a suggestion has to be seen to be asked once more: twice as many as when it was asked last; 0 where it never was. */
export function askedAgainFrom(
  { rule, step }: Pick<Asked, "rule" | "step">,
  asked: readonly Asked[],
): number {
  const same = asked.filter((one) => one.rule === rule && one.step === step);
  return 2 * Math.max(0, ...same.map(({ hits }) => hits));
}

/** Those of some suggestions that were never asked, or have been seen in twice as many runs since. */
export function notAskedBefore<P extends Pick<Proposal, "rule" | "step" | "evidence">>(
  proposals: readonly P[],
  asked: readonly Asked[],
): P[] {
  return proposals.filter((proposal) => proposal.evidence.hits >= askedAgainFrom(proposal, asked));
}
