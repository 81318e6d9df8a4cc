import { learnFromRuns } from "./learn-from-runs.ts";
import type { LearningFacts } from "./learning-facts.ts";
import type { Proposal } from "./proposal.ts";

/** At most five changes that past runs of a process suggest, the one worth most first; none with fewer than five runs. */
export function proposeChanges(facts: LearningFacts): readonly Proposal[] {
  return learnFromRuns(facts).proposals;
}
