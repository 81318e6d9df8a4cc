import { setTimeout } from "node:timers/promises";
import type { Log } from "../ports/log.ts";
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

/** The queue of a server. Throws when Redis is asked for and its two packages are not installed. */
export async function openQueue({ appId, redisUrl, log }: QueueOptions): Promise<WorkQueue> {
  if (redisUrl === undefined) {
    return createMemoryQueue({
      concurrency,
      tries,
      now: Date.now,
      sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }),
    });
  }
  // People without Redis need none of it.
  const { createRedisQueue } = await import("./redis-queue.ts");
  return createRedisQueue({ redisUrl, name: `handrail-${appId}`, concurrency, tries, log });
}
