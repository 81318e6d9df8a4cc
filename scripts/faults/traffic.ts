import type { RequestFault } from "./fault.ts";
import { rulesOf } from "./fault.ts";
import type { Random } from "./random.ts";
import type { FaultWorld } from "./world.ts";

/** What is to become of the next request of a bot; nothing for an answer as it should be. */
export type FaultOfRequest = (
  operation: string,
) => { readonly fault: RequestFault; readonly size: number } | undefined;

/**
 * Lets the requests of all processes through one at a time, so that the same choices give the same life: whenever every
 * process waits for an answer, one of them, by chance, gets its own.
 */
export interface Traffic {
  /** The way out of one process. */
  readonly wayFor: (
    process: number,
  ) => (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Does all this work at once, each in its process, until it is done or its process was killed. */
  readonly carry: (work: readonly Work[], chance: Random, faultOf: FaultOfRequest) => Promise<void>;
  /** Ends a process: it never hears another answer. */
  readonly kill: (process: number) => void;
  /** How often each process was killed. */
  readonly lives: (process: number) => number;
}

export interface Work {
  readonly process: number;
  readonly begin: () => Promise<unknown>;
}

interface Waiting {
  readonly process: number;
  readonly life: number;
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
  readonly resolve: (response: Response) => void;
  readonly reject: (error: unknown) => void;
}

/** More requests than any happening takes; a bot that makes more never comes to rest. */
const mostRequests = 1000;

/** The bot goes on and on. */
export class Restless extends Error {
  override readonly name = "Restless";
}

export function createTraffic(world: FaultWorld): Traffic {
  let waiting: Waiting[] = [];
  const lives = new Map<number, number>();
  const lifeOf = (process: number) => lives.get(process) ?? 0;
  let wake = () => {};

  const wayFor = (process: number): ReturnType<Traffic["wayFor"]> => {
    const life = lifeOf(process);
    return (input, init) =>
      new Promise<Response>((resolve, reject) => {
        // A process that was killed never hears an answer.
        if (life !== lifeOf(process)) return;
        waiting.push({ process, life, input, init, resolve, reject });
        wake();
      });
  };

  async function carry(work: readonly Work[], chance: Random, faultOf: FaultOfRequest): Promise<void> {
    const open = new Map<number, { process: number; life: number }>();
    const isLive = ({ process, life }: { process: number; life: number }) => lifeOf(process) === life;
    for (const [index, { process, begin }] of work.entries()) {
      open.set(index, { process, life: lifeOf(process) });
      begin()
        .catch(() => undefined)
        .finally(() => {
          open.delete(index);
          wake();
        });
      await settle();
    }
    for (let answered = 0; ; answered += 1) {
      await settle();
      if (![...open.values()].some(isLive)) return;
      if (answered > mostRequests) throw new Restless();
      await answer(chance.pick(waiting), faultOf);
    }

    async function settle(): Promise<void> {
      for (;;) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        const busy = new Set([...open.values()].filter(isLive).map(({ process }) => process));
        if ([...busy].every((process) => waiting.some((request) => request.process === process))) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  async function answer(request: Waiting, faultOf: FaultOfRequest): Promise<void> {
    waiting = waiting.filter((other) => other !== request);
    const struck = faultOf(String(request.init?.body ?? ""));
    if (struck?.fault === "kill-before") return kill(request.process);
    world.setFaults(struck ? rulesOf(struck.fault, struck.size) : []);
    const outcome = await world.send(request.input, request.init).then(
      (response) => () => request.resolve(response),
      (error: unknown) => () => request.reject(error),
    );
    world.setFaults([]);
    if (struck?.fault === "kill-after") kill(request.process);
    else outcome();
  }

  function kill(process: number): void {
    lives.set(process, lifeOf(process) + 1);
    waiting = waiting.filter((request) => request.process !== process);
  }

  return { wayFor, carry, kill, lives: lifeOf };
}
