import {
  type EventFault,
  eventFaults,
  type FaultAt,
  type RequestFault,
  requestFaults,
  staleFaults,
} from "./fault.ts";
import { randomFrom } from "./random.ts";

/** Which faults strike a life. The same question is always answered alike. */
export interface Schedule {
  /** What becomes of the n-th request after a happening. */
  readonly request: (happening: number, nth: number) => FaultAt | undefined;
  /** What becomes of the n-th webhook of a happening, at one of the processes. */
  readonly event: (happening: number, nth: number) => FaultAt | undefined;
  /** Whether a sweep comes along at this happening, beside the webhooks. */
  readonly sweeps: (happening: number) => boolean;
  /** Chooses whose request is answered next; its own for each happening. */
  readonly seed: number;
}

export const noFaults: Schedule = {
  request: () => undefined,
  event: () => undefined,
  sweeps: () => false,
  seed: 0,
};

/** Faults by chance: about one request in eight and one webhook in five, fewer in some lives and more in others. */
export function randomSchedule(seed: number, { stale }: { readonly stale: boolean }): Schedule {
  const density = randomFrom(seed, 1).pick([0.04, 0.12, 0.25]);
  const kinds: readonly RequestFault[] = stale
    ? [...requestFaults, ...staleFaults, ...staleFaults]
    : requestFaults;
  return {
    seed,
    request: (happening, nth) => {
      const random = randomFrom(seed, 2, happening, nth);
      if (!random.happens(density)) return undefined;
      return { happening, at: "request", nth, fault: random.pick(kinds), size: 1 + random.below(3) };
    },
    event: (happening, nth) => {
      const random = randomFrom(seed, 3, happening, nth);
      if (!random.happens(density + 0.08)) return undefined;
      return { happening, at: "event", nth, fault: random.pick<EventFault>(eventFaults), size: 1 };
    },
    sweeps: (happening) => randomFrom(seed, 4, happening).happens(0.15),
  };
}

/** Only these faults, with the choices of another schedule. */
export function scheduleOf(faults: readonly FaultAt[], like: Schedule): Schedule {
  const find = (at: FaultAt["at"]) => (happening: number, nth: number) =>
    faults.find((fault) => fault.at === at && fault.happening === happening && fault.nth === nth);
  return { ...like, request: find("request"), event: find("event") };
}
