import type { Step } from "../definition/index.ts";
import { fieldWish } from "./field-wish.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import type { StepEvidence } from "./step-evidence.ts";
import { survivalQuantile } from "./survival-quantile.ts";

/**
 * A duration that nobody needs: even the slowest run stayed within half of it. Only where the text says a duration, and where enough runs are
 * over with the step: those that have just begun it, or did it before its turn, do not tell how long it takes.
 */
export function tooLong(step: Step, of: StepEvidence): Proposal[] {
  const planned = step.durationBusinessDays;
  const slowest = of.durations.reduce((most, { days }) => Math.max(most, days), 0);
  if (planned === undefined || planned < 2 || slowest * 2 > planned) return [];
  const { runs, durations } = of.overInTurn;
  const [median, days] = [survivalQuantile(durations, 0.5), survivalQuantile(durations, 0.8)];
  if (runs.length < learningThresholds.fewest || median === undefined || days === undefined) return [];
  const shorter = Math.max(1, slowest);
  return [
    {
      rule: "too-long",
      step: step.id,
      title: step.title,
      evidence: {
        hits: runs.length,
        n: runs.length,
        runs,
        days: { median, percentile80: days },
      },
      wish: fieldWish(step, "duration", `${shorter}bd`),
      worth: (planned - shorter) * 0.5 * runs.length,
      detail: "",
    },
  ];
}
