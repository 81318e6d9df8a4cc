import { setTimeout } from "node:timers/promises";
import type { Log } from "../ports/log.ts";
import { keyOfWork, TooSoon, type Work, type WorkQueue } from "../ports/work-queue.ts";
import { errorText } from "../watch/error-text.ts";
import { type BullJob, loadRedisPackages, type RedisClient } from "./redis-packages.ts";

/** What a queue on Redis is made from. */
export interface RedisQueueOptions {
  readonly redisUrl: string;
  /** One queue for each App. */
  readonly name: string;
  /** How many pieces of work this process has in hand at once. */
  readonly concurrency: number;
  /** How often work is tried at most, the first time included. */
  readonly tries: number;
  readonly log: Log;
}

/** A queue on Redis, with the client that other things shared between processes may use, too. */
export interface RedisQueue extends WorkQueue {
  readonly client: RedisClient;
}

/** GitHub waits ten seconds for the answer to a webhook; Redis answers within a moment or not at all. */
const longestAnswer = 4000;
const oneWeek = 7 * 24 * 60 * 60;

/**
 * A queue that several processes share. BullMQ sees to it that work of one key is never in two hands at once. What a process
 * that was killed had in hand is taken up by another within twenty seconds. A Redis that has lost its memory has lost the
 * work, too, so as soon as it answers again everything that is done regularly is asked for at once.
 */
export async function createRedisQueue(options: RedisQueueOptions): Promise<RedisQueue> {
  const { redisUrl, name, concurrency, tries, log } = options;
  const { Redis, Queue, Worker, DelayedError } = await loadRedisPackages();
  const clients: RedisClient[] = [];
  const tell = (error: Error) => log("error", "Redis does not answer.", { error: errorText(error) });
  const connect = (settings: Readonly<Record<string, unknown>> = {}) => {
    const client = new Redis(redisUrl, { maxRetriesPerRequest: null, ...settings });
    client.on("error", tell);
    clients.push(client);
    return client;
  };
  const client = connect({ maxRetriesPerRequest: 1 });
  const queue = new Queue(name, { connection: connect() });
  queue.on("error", tell);
  const regular = new Map<string, { readonly every: number; readonly work: Work }>();
  let worker: InstanceType<typeof Worker> | undefined;

  const jobOptions = {
    attempts: tries,
    backoff: { type: "exponential", delay: 5000 },
    removeOnComplete: true,
    removeOnFail: { age: oneWeek, count: 1000 },
  };

  async function add(work: Work): Promise<void> {
    const deduplication = { id: keyOfWork(work), keepLastIfActive: true };
    await soon(queue.add(work.kind, work, { ...jobOptions, deduplication }));
  }

  async function askRegularly(): Promise<void> {
    for (const { every, work } of regular.values()) {
      const template = { name: work.kind, data: work, opts: jobOptions };
      await soon(queue.upsertJobScheduler(keyOfWork(work), { every }, template));
      await add(work);
    }
  }

  client.on("ready", () => {
    askRegularly().catch((error: unknown) => tell(error as Error));
  });

  async function perform(work: (work: Work) => Promise<void>, job: BullJob, token?: string): Promise<void> {
    try {
      await work(job.data);
      if (job.data.kind === "sweep") await client.set(`${name}:swept-at`, String(Date.now()));
    } catch (error) {
      if (!(error instanceof TooSoon)) throw error;
      await job.moveToDelayed(error.notBefore, token);
      throw new DelayedError();
    }
  }

  return {
    kind: "redis",
    client,
    add,
    start(work) {
      worker = new Worker(name, (job, token) => perform(work, job, token), {
        connection: connect(),
        concurrency,
        lockDuration: 15_000,
        stalledInterval: 5000,
        // Each process that is killed counts once against the work it had in hand.
        maxStalledCount: 20,
      });
      worker.on("error", tell);
    },
    async every(milliseconds, work) {
      regular.set(keyOfWork(work), { every: milliseconds, work });
      if (client.status === "ready") await askRegularly();
    },
    async counts() {
      const counted = await soon(queue.getJobCounts("waiting", "delayed", "active", "failed"));
      const { waiting = 0, delayed = 0, active = 0, failed = 0 } = counted;
      return { waiting, delayed, active, dead: failed };
    },
    async sweptAt() {
      const text = await soon(client.get(`${name}:swept-at`));
      return text === null ? undefined : Number(text);
    },
    async dead() {
      const jobs = await soon(queue.getFailed(0, 99));
      return jobs.map(({ data, failedReason = "", finishedOn = 0 }) => ({
        work: data,
        reason: failedReason.split("\n")[0] ?? "",
        at: new Date(finishedOn).toISOString(),
      }));
    },
    async close() {
      await worker?.close();
      await soon(queue.close()).catch(() => undefined);
      for (const each of clients) each.disconnect();
    },
  };
}

/** An answer that comes soon, or an error. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const tooLate = setTimeout(longestAnswer, undefined, { signal: waiting.signal, ref: false }).then(() => {
    throw new Error(`Redis has not answered within ${longestAnswer / 1000} seconds.`);
  });
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    waiting.abort();
    answer.catch(() => undefined);
  }
}
