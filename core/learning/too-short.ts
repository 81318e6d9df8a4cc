import type { Step } from "../definition/index.ts";
import { workOfStep } from "../plan/index.ts";
import { binomialTail } from "./binomial-tail.ts";
import type { LateUnderTextNow } from "./late-under-text-now.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import type { StepEvidence } from "./step-evidence.ts";
import { survivalQuantile } from "./survival-quantile.ts";

/**
 * Eight of ten runs should fit the time given; more that do not than chance explains make it too short. What the text gives now is
 * what counts: runs under an older text that would be in time under this one are no evidence against it.
 */
export function tooShort(
  step: Step,
  of: StepEvidence,
  facts: LearningFacts,
  textNow: LateUnderTextNow,
): Proposal[] {
  const n = of.durations.length;
  if (!isTooOften(of.late.length, n)) return [];
  const { late, slips } = textNow(step.id, of.late);
  const needed = survivalQuantile(slips, 0.8);
  if (!isTooOften(late.length, n) || needed === undefined || needed <= 0) return [];
  return [
    {
      rule: "too-short",
      step: step.id,
      title: step.title,
      evidence: {
        hits: late.length,
        n,
        runs: late,
        days: { median: survivalQuantile(slips, 0.5) ?? needed, percentile80: needed },
      },
      wish: moreTime(step, needed, facts),
      worth: needed * late.length,
      detail: "",
    },
  ];
}

/** Whether so many late ones are more than a fifth of all would explain. */
function isTooOften(late: number, n: number): boolean {
  return binomialTail(late, n, 0.2) <= learningThresholds.error;
}

/** A longer duration, or a later due date where that leaves what follows the work it needs; nothing where there is no room. */
function moreTime(step: Step, needed: number, { definition, handbook }: LearningFacts): Proposal["wish"] {
  const { dueOffset } = step;
  if (dueOffset === undefined)
    return {
      kind: "set-step-field",
      step: step.id,
      field: "duration",
      value: `${workOfStep(step, handbook.processes) + needed}bd`,
    };
  const { unit, amount } = dueOffset;
  if (unit !== "bd" && unit !== "d") return undefined;
  const counted = (businessDays: number) => (unit === "bd" ? businessDays : calendarDays(businessDays));
  const later = amount + counted(needed);
  const followers = definition.steps.filter(({ dependsOn }) => dependsOn.includes(step.id));
  const hasRoom = followers.every((follower) => {
    const offset = follower.dueOffset;
    return (
      offset?.unit === unit && later + counted(workOfStep(follower, handbook.processes)) <= offset.amount
    );
  });
  if (!hasRoom || followers.length === 0) return undefined;
  const value = later === 0 ? `0${unit}` : `${later > 0 ? "+" : ""}${later}${unit}`;
  return { kind: "set-step-field", step: step.id, field: "due", value };
}

/** As many calendar days as hold some business days of a week of five, wherever they begin. */
function calendarDays(businessDays: number): number {
  return businessDays === 0 ? 0 : businessDays + 2 * Math.ceil(businessDays / 5);
}
