import type { StepEvidence } from "./step-evidence.ts";

/** How long a step had and how long it took, over enough runs to say so. Business days from its turn on. */
export interface StepSpan {
  readonly step: string;
  readonly title: string;
  readonly n: number;
  /** The middle of what it had until its date. */
  readonly given: number;
  /** Half of the runs took no longer, and eight of ten; nothing where too many are still open to tell. */
  readonly median: number | undefined;
  readonly percentile80: number | undefined;
}

/** The spans of steps that at least so many runs had, in the order written, and the longest length in any, at least one day. */
export function stepSpans(
  evidence: readonly StepEvidence[],
  fewest: number,
): { readonly spans: readonly StepSpan[]; readonly longest: number } {
  const spans = evidence.flatMap(({ step, title, durations, givenDays, medianDays, percentile80Days }) => {
    if (durations.length < fewest) return [];
    const given = givenDays.toSorted((a, b) => a - b)[Math.ceil(givenDays.length / 2) - 1] ?? 0;
    return [{ step, title, n: durations.length, given, median: medianDays, percentile80: percentile80Days }];
  });
  const lengths = spans.flatMap(({ given, median = 0, percentile80 = 0 }) => [given, median, percentile80]);
  return { spans, longest: Math.max(1, ...lengths) };
}
