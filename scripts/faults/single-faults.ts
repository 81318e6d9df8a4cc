import { compare, type Violation } from "./compare.ts";
import type { EventFault, FaultAt, RequestFault } from "./fault.ts";
import type { Life } from "./life.ts";
import type { Played } from "./play.ts";
import { noFaults, scheduleOf } from "./schedule.ts";
import { createStage, type PlayOptions, violation } from "./stage.ts";
import { Restless } from "./traffic.ts";
import { visible } from "./visible.ts";

export interface SingleFaultsOptions extends Omit<PlayOptions, "jobs" | "overHttp"> {
  /** What strikes requests, each at every request. */
  readonly requests: readonly RequestFault[];
  /** What strikes webhooks, each at every webhook. */
  readonly events: readonly EventFault[];
  /** The happenings that are struck, from this one up to, not including, that one; all when left out. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What one fault came to; none for a happening that went wrong by itself. */
export interface Struck {
  readonly happening: number;
  readonly fault: FaultAt | undefined;
  readonly violations: readonly Violation[];
}

/** Fields of a document that fail, one at a time; those with more are rare. */
const fields = [1, 2, 3];

/**
 * Strikes each request and each webhook of a life with each fault, one at a time. What went before is the same for all and
 * is played once, by a process that begins anew at each happening; after the fault one sweep goes by, and then the next thing
 * happens without any: what people see has to be as in the calm life both times, with nothing left to write.
 */
export async function* singleFaults(
  life: Life,
  calm: Played,
  { from = 0, to = life.happenings.length, ...options }: SingleFaultsOptions,
): AsyncGenerator<Struck> {
  const stage = await createStage(life, { ...options, jobs: false, overHttp: false });
  const allowance = { healedTwins: options.processes > 1 || options.stale };

  async function pass(index: number, schedule = noFaults) {
    const happening = life.happenings[index];
    if (!happening) return { counts: { requests: 0, events: 0 }, violations: [] };
    const counts = await stage.happen(index, happening, schedule);
    const failures = await stage.heal();
    const { violations } = compare(calm.seen[index] ?? [], visible(stage.world), allowance);
    return { counts, violations: [...violations, ...failures, ...(await stage.rest())] };
  }

  async function passStruck(fault: FaultAt): Promise<readonly Violation[]> {
    try {
      const { violations } = await pass(fault.happening, scheduleOf([fault], noFaults));
      return violations.length > 0 ? violations : (await pass(fault.happening + 1)).violations;
    } catch (error) {
      if (error instanceof Restless) return [violation("not at rest", "It goes on and on.")];
      throw error;
    }
  }

  try {
    for (let happening = 0; happening < to; happening += 1) {
      const goBack = stage.remember();
      goBack();
      const { counts, violations } = await pass(happening);
      if (violations.length > 0) yield { happening, fault: undefined, violations };
      const goOn = stage.remember();
      for (const fault of happening < from ? [] : everyFault(happening, counts, options)) {
        goBack();
        yield { happening, fault, violations: await passStruck(fault) };
      }
      goOn();
    }
  } finally {
    await stage.world.close();
  }
}

function everyFault(
  happening: number,
  counts: { readonly requests: number; readonly events: number },
  { requests, events }: Pick<SingleFaultsOptions, "requests" | "events">,
): FaultAt[] {
  const ofRequests = requests.flatMap((fault) =>
    (fault.startsWith("partial") ? fields : [1]).map((size) => ({ at: "request", fault, size }) as const),
  );
  const ofEvents = events.map((fault) => ({ at: "event", fault, size: 1 }) as const);
  return [
    ...range(counts.requests).flatMap((nth) =>
      ofRequests.map((fault): FaultAt => ({ happening, nth, ...fault })),
    ),
    ...range(counts.events).flatMap((nth) =>
      ofEvents.map((fault): FaultAt => ({ happening, nth, ...fault })),
    ),
  ];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
