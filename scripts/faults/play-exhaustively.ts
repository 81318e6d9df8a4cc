import { eventFaults, requestFaults, staleFaults } from "./fault.ts";
import { playCalm } from "./play.ts";
import { randomFrom } from "./random.ts";
import { randomLife } from "./random-life.ts";
import { rememberDecisions } from "./remember-decisions.ts";
import type { ScheduleOptions } from "./schedule-options.ts";
import { type Struck, singleFaults } from "./single-faults.ts";

/** What single faults came to. */
export interface Exhausted {
  readonly cases: number;
  /** Some lines for each that ended otherwise. */
  readonly failures: readonly string[];
}

/** Some happenings of one of the lives of a seed, from this one on. */
export interface ExhaustivePart extends ScheduleOptions {
  readonly life: number;
  readonly from: number;
}

/** So many happenings are handed out at once: what comes before them is played anew for each part. */
const partSize = 2;

/** All happenings of these lives, in parts. */
export function exhaustiveParts(options: ScheduleOptions, lives: readonly number[]): ExhaustivePart[] {
  return lives.flatMap((life) => {
    const { happenings } = lifeOf(options, life);
    return happenings.flatMap((_, from) => (from % partSize === 0 ? [{ ...options, life, from }] : []));
  });
}

function lifeOf({ seed }: ScheduleOptions, life: number) {
  return randomLife(randomFrom(seed, 6, life));
}

/** Plays one part: each of its happenings with each fault at each request and webhook. */
export async function playExhaustively({
  life: number,
  from,
  ...options
}: ExhaustivePart): Promise<Exhausted> {
  const life = lifeOf(options, number);
  const failures: string[] = [];
  let cases = 0;
  const decide = rememberDecisions();
  for await (const struck of singleFaults(life, await playCalm(life, decide), {
    ...options,
    decide,
    client: "ours",
    requests: options.stale ? [...requestFaults, ...staleFaults] : requestFaults,
    events: eventFaults,
    from,
    to: Math.min(from + partSize, life.happenings.length),
  })) {
    if (struck.fault) cases += 1;
    if (struck.violations.length > 0) failures.push(told(number, struck));
  }
  return { cases, failures };
}

function told(life: number, { happening, fault, violations: [first] }: Struck): string {
  const by =
    fault === undefined ? "without a fault" : `${fault.at} ${fault.nth}, ${fault.fault} ${fault.size}`;
  const { kind = "", where = "", expected = "", found = "" } = first ?? {};
  return `life ${life}, happening ${happening}, ${by}: ${kind} on "${where}"\n  expected: ${expected}\n  found:    ${found}`;
}
