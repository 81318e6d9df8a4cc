import type { Work } from "../ports/work-queue.ts";

/**
 * The part of ioredis and BullMQ that is used here. Both are installed only where Redis is, so the program has to be
 * whole without their types, too.
 */
export interface RedisPackages {
  readonly Redis: new (url: string, options: Readonly<Record<string, unknown>>) => RedisClient;
  readonly Queue: new (name: string, options: Readonly<Record<string, unknown>>) => BullQueue;
  readonly Worker: new (
    name: string,
    processor: (job: BullJob, token?: string) => Promise<void>,
    options: Readonly<Record<string, unknown>>,
  ) => BullWorker;
  /** Thrown by a processor that has put its job off. */
  readonly DelayedError: new () => Error;
}

export interface RedisClient {
  readonly status: string;
  on(event: "ready" | "error", listener: (error: Error) => void): unknown;
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<unknown>;
  eval(script: string, keys: number, ...rest: readonly (string | number)[]): Promise<unknown>;
  disconnect(): void;
}

export interface BullJob {
  readonly data: Work;
  readonly failedReason?: string;
  readonly finishedOn?: number;
  moveToDelayed(until: number, token?: string): Promise<void>;
}

export interface BullQueue {
  on(event: "error", listener: (error: Error) => void): unknown;
  add(name: string, work: Work, options: Readonly<Record<string, unknown>>): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { readonly every: number },
    template: {
      readonly name: string;
      readonly data: Work;
      readonly opts: Readonly<Record<string, unknown>>;
    },
  ): Promise<unknown>;
  getJobCounts(...types: readonly string[]): Promise<Readonly<Record<string, number>>>;
  getFailed(start: number, end: number): Promise<readonly BullJob[]>;
  close(): Promise<void>;
}

export interface BullWorker {
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Loads both packages. Throws with what to install when one is missing. */
export async function loadRedisPackages(): Promise<RedisPackages> {
  // Names that the compiler does not follow: neither package need be there.
  const [queueName, clientName]: readonly string[] = ["bullmq", "ioredis"];
  try {
    const bullmq = (await import(queueName ?? "")) as Omit<RedisPackages, "Redis">;
    const { Redis } = (await import(clientName ?? "")) as Pick<RedisPackages, "Redis">;
    return { Redis, Queue: bullmq.Queue, Worker: bullmq.Worker, DelayedError: bullmq.DelayedError };
  } catch (error) {
    throw new Error(
      "REDIS_URL is set, but the packages bullmq and ioredis cannot be loaded: `npm install bullmq ioredis`, or remove REDIS_URL to run one process without Redis.",
      { cause: error },
    );
  }
}
