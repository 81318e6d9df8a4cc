import { alwaysAdded } from "./always-added.ts";
import { habits } from "./habits.ts";
import { lateUnderTextNow } from "./late-under-text-now.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import { stepEvidence } from "./step-evidence.ts";
import { tooLong } from "./too-long.ts";
import { tooShort } from "./too-short.ts";

/** At most five changes that past runs of a process suggest, the one worth most first; none with fewer than five runs. */
export function proposeChanges(asked: LearningFacts): Proposal[] {
  const own = asked.records.filter(({ process }) => process === asked.definition.id);
  // Whoever reads the evidence goes through the runs from the first to the last.
  const facts = { ...asked, records: own.toSorted((a, b) => a.issue.number - b.issue.number) };
  const textNow = lateUnderTextNow(facts);
  const evidence = stepEvidence(facts.definition, facts.records, facts.frame);
  const found = facts.definition.steps.flatMap((step, index): Proposal[] => {
    const of = evidence[index];
    if (!of || of.runs.length < learningThresholds.fewest) return [];
    return [...tooShort(step, of, facts, textNow), ...tooLong(step, of), ...habits(step, of, facts)];
  });
  return [...found, ...alwaysAdded(facts)]
    .toSorted((a, b) => b.worth - a.worth || (a.title < b.title ? -1 : 1))
    .slice(0, learningThresholds.most);
}
