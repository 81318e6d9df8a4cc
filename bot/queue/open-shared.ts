import { setTimeout } from "node:timers/promises";
import { createMemoryPace } from "../pace/memory-pace.ts";
import { createRedisPace } from "../pace/redis-pace.ts";
import type { Log } from "../ports/log.ts";
import type { PaceStore } from "../ports/pace.ts";
import type { WorkQueue } from "../ports/work-queue.ts";
import { createMemoryQueue } from "./memory-queue.ts";

/** What a server's queue is opened with. */
export interface QueueOptions {
  readonly appId: string;
  /** Address of the Redis that processes share; in memory, for the only process, when left out. */
  readonly redisUrl: string | undefined;
  readonly log: Log;
}

/** How many pieces of work a process has in hand, and how often each is tried. */
const [concurrency, tries] = [5, 5];

/** What processes that work for one App share: the work, and the pace at which they may ask GitHub. */
export interface Shared {
  readonly queue: WorkQueue;
  readonly pace: PaceStore;
}

/** Opens what a server shares. Throws when Redis is asked for and its two packages are not installed. */
export async function openShared({ appId, redisUrl, log }: QueueOptions): Promise<Shared> {
  if (redisUrl === undefined) {
    const queue = createMemoryQueue({
      concurrency,
      tries,
      now: Date.now,
      sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }),
    });
    return { queue, pace: createMemoryPace() };
  }
  // People without Redis need none of it.
  const { createRedisQueue } = await import("./redis-queue.ts");
  const name = `handrail-${appId}`;
  const queue = await createRedisQueue({ redisUrl, name, concurrency, tries, log });
  return { queue, pace: createRedisPace(queue.client, name) };
}
