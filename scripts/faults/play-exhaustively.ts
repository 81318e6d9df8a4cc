import { eventFaults, type FaultAt, requestFaults, staleFaults } from "./fault.ts";
import { type Case, createCases, playWith, type ScheduleOptions, schedulesOfALife } from "./play-schedule.ts";

/** What single faults came to. */
export interface Exhausted {
  readonly cases: number;
  /** One line for each that ended otherwise. */
  readonly failures: readonly string[];
}

/** So many lives are gone through; each takes a few hundred plays. */
const lives = 3;

/** Each happening of a few lives, with each fault at each request and each webhook there, one at a time. */
export async function playExhaustively(options: ScheduleOptions): Promise<Exhausted> {
  const caseOf = createCases(options);
  const failures: string[] = [];
  let cases = 0;
  for (let life = 0; life < lives; life += 1) {
    const whole = await caseOf(life * schedulesOfALife);
    for (const fault of everyFault(whole, options)) {
      const { violations } = await playWith([fault], whole);
      cases += 1;
      const [first] = violations;
      if (first)
        failures.push(
          `life ${life}, happening ${fault.happening}, ${fault.at} ${fault.nth}, ${fault.fault}: ${first.kind}`,
        );
    }
  }
  return { cases, failures };
}

function everyFault({ calm }: Case, { stale }: ScheduleOptions): FaultAt[] {
  return calm.counts.flatMap(({ requests, events }, happening) => [
    ...range(requests).flatMap((nth) =>
      [...requestFaults, ...(stale ? staleFaults : [])].map(
        (fault): FaultAt => ({ happening, at: "request", nth, fault, size: 1 }),
      ),
    ),
    ...range(events).flatMap((nth) =>
      eventFaults.map((fault): FaultAt => ({ happening, at: "event", nth, fault, size: 1 })),
    ),
  ]);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
