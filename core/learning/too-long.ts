import type { Step } from "../definition/index.ts";
import { fieldWish } from "./field-wish.ts";
import type { Proposal } from "./proposal.ts";
import type { StepEvidence } from "./step-evidence.ts";

/** A duration that nobody needs: even the slowest run stayed within half of it. Only where the text says a duration. */
export function tooLong(step: Step, of: StepEvidence): Proposal[] {
  const planned = step.durationBusinessDays;
  const { percentile80Days: days, medianDays } = of;
  const slowest = Math.max(0, ...of.durations.map((duration) => duration.days));
  if (planned === undefined || planned < 2 || days === undefined || slowest * 2 > planned) return [];
  const shorter = Math.max(1, slowest);
  return [
    {
      rule: "too-long",
      step: step.id,
      title: step.title,
      evidence: {
        hits: of.durations.length,
        n: of.durations.length,
        runs: of.runs,
        days: { median: medianDays ?? days, percentile80: days },
      },
      wish: fieldWish(step, "duration", `${shorter}bd`),
      worth: (planned - shorter) * 0.5 * of.durations.length,
      detail: "",
    },
  ];
}
