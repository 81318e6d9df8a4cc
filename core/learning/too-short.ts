import { formatOffset, type Quantity } from "../calendar/index.ts";
import type { Step } from "../definition/index.ts";
import { workOfStep } from "../plan/index.ts";
import { binomialTail } from "./binomial-tail.ts";
import { fieldWish } from "./field-wish.ts";
import { type LateUnderTextNow, lateUnderTextNow } from "./late-under-text-now.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import type { RunLink, StepEvidence } from "./step-evidence.ts";
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
      wish: moreTime(step, needed, of.late, facts),
      worth: needed * late.length,
      detail: "",
    },
  ];
}

/** Whether so many late ones are more than a fifth of all would explain. */
function isTooOften(late: number, n: number): boolean {
  return binomialTail(late, n, 0.2) <= learningThresholds.error;
}

/**
 * A longer duration, or a later due date where that leaves what follows the work it needs and would do: under it the step is late no more
 * often than chance explains. Where the turn often comes too late for the date and the step then takes longer than its work, no later date
 * would cure it. Nothing where there is no room, or where it would not do.
 */
function moreTime(
  step: Step,
  needed: number,
  late: readonly RunLink[],
  facts: LearningFacts,
): Proposal["wish"] {
  const { dueOffset } = step;
  if (dueOffset === undefined)
    return fieldWish(step, "duration", `${workOfStep(step, facts.handbook.processes) + needed}bd`);
  // A window in which a step is done again and again would only hold more of them.
  const due = step.every === undefined ? laterDue(dueOffset, step, needed, facts) : undefined;
  if (due === undefined || !wouldDo({ ...step, dueOffset: due }, late, facts)) return undefined;
  const opens = step.opensOffset === undefined ? "" : `${formatOffset(step.opensOffset)}..`;
  return fieldWish(step, "due", `${opens}${formatOffset(due)}`);
}

/** Whether a step that is written so would be late no more often than chance explains. */
function wouldDo(changed: Step, late: readonly RunLink[], facts: LearningFacts): boolean {
  const steps = facts.definition.steps.map((step) => (step.id === changed.id ? changed : step));
  const then = lateUnderTextNow({ ...facts, definition: { ...facts.definition, steps } })(changed.id, late);
  return !isTooOften(then.late.length, then.slips.length);
}

/** A due date that is so many business days later; nothing where what follows would not have the work it needs, or nothing follows. */
function laterDue(
  dueOffset: Quantity,
  step: Step,
  needed: number,
  { definition, handbook }: LearningFacts,
): Quantity | undefined {
  const { unit, amount } = inDays(dueOffset);
  if (unit !== "bd" && unit !== "d") return undefined;
  const later = amount + daysOf(unit, needed);
  const followers = definition.steps.filter(({ dependsOn }) => dependsOn.includes(step.id));
  const hasRoom = followers.every((follower) => {
    const of = follower.dueOffset && inDays(follower.dueOffset);
    const isAlike = of !== undefined && (of.unit === unit || of.amount === 0);
    return isAlike && later + daysOf(unit, workOfStep(follower, handbook.processes)) <= of.amount;
  });
  return hasRoom && followers.length > 0 ? { unit, amount: later } : undefined;
}

/** Weeks as the days they have. */
function inDays({ unit, amount }: Quantity): Quantity {
  return unit === "w" ? { unit: "d", amount: amount * 7 } : { unit, amount };
}

function daysOf(unit: "bd" | "d", businessDays: number): number {
  return unit === "bd" ? businessDays : calendarDays(businessDays);
}

/** As many calendar days as hold some business days of a week of five, wherever they begin. */
function calendarDays(businessDays: number): number {
  return businessDays === 0 ? 0 : businessDays + 2 * Math.ceil(businessDays / 5);
}
