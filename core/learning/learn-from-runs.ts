import { alwaysAdded } from "./always-added.ts";
import { habits } from "./habits.ts";
import { lateUnderTextNow } from "./late-under-text-now.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import { type StepEvidence, stepEvidence } from "./step-evidence.ts";
import { tooLong } from "./too-long.ts";
import { tooShort } from "./too-short.ts";

/** What past runs of a process show of each step, and at most five changes that they suggest, the one worth most first. */
export interface Learnt {
  readonly evidence: readonly StepEvidence[];
  readonly proposals: readonly Proposal[];
}

/** Both from one reading of the runs. Nothing is suggested with fewer than five of them. */
export function learnFromRuns(asked: LearningFacts): Learnt {
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
  const proposals = [...found, ...alwaysAdded(facts)]
    .toSorted((a, b) => b.worth - a.worth || (a.title < b.title ? -1 : 1))
    .slice(0, learningThresholds.most);
  return { evidence, proposals };
}
