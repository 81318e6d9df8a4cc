import { type DeadWork, keyOfWork, TooSoon, type Work, type WorkQueue } from "../ports/work-queue.ts";
import { errorText } from "../watch/error-text.ts";

/** How a queue in memory works. Times are in milliseconds. */
export interface MemoryQueueOptions {
  /** How many pieces of work are in hand at once. */
  readonly concurrency: number;
  /** How often work is tried at most, the first time included. */
  readonly tries: number;
  readonly now: () => number;
  /** Waits; ends early when `signal` says so. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** A queue in the memory of this process. */
export interface MemoryQueue extends WorkQueue {
  /** Asks for work and ends when it is done. Rejects with what went wrong; the work may be tried again all the same. */
  done(work: Work): Promise<void>;
  /** Ends when nothing is in hand and nothing could be begun now; what is put off until a later moment does not count. */
  idle(): Promise<void>;
}

interface Entry {
  readonly key: string;
  readonly work: Work;
  readonly position: number;
  readonly notBefore: number;
  readonly failures: number;
  readonly askers: readonly PromiseWithResolvers<void>[];
}

const mostDead = 1000;
const firstWait = 5000;

/**
 * A queue for one process. What it holds is lost with the process; the sweep at the next start finds it again. Work that
 * was put off keeps its place before work that was asked for later.
 */
export function createMemoryQueue(options: MemoryQueueOptions): MemoryQueue {
  const { concurrency, tries, now, sleep } = options;
  const waiting = new Map<string, Entry>();
  const active = new Map<string, Promise<void>>();
  const again = new Map<string, Entry>();
  const dead: DeadWork[] = [];
  const idlers: (() => void)[] = [];
  const closing = new AbortController();
  let position = 0;
  let worker: ((work: Work) => Promise<void>) | undefined;
  let sweptAt: number | undefined;
  let alarm: AbortController | undefined;

  function ask(work: Work, asker?: PromiseWithResolvers<void>): void {
    const key = keyOfWork(work);
    const line = active.has(key) ? again : waiting;
    const known = line.get(key);
    const askers = [...(known?.askers ?? []), ...(asker ? [asker] : [])];
    if (known) line.set(key, { ...known, askers });
    else {
      position += 1;
      line.set(key, { key, work, position, notBefore: 0, failures: 0, askers });
    }
    pump();
  }

  function pump(): void {
    if (!worker || closing.signal.aborted) {
      wake();
      return;
    }
    const ready = [...waiting.values()]
      .filter(({ notBefore }) => notBefore <= now())
      .sort((one, other) => one.position - other.position);
    for (const entry of ready.slice(0, Math.max(0, concurrency - active.size))) {
      waiting.delete(entry.key);
      active.set(entry.key, begin(entry, worker));
    }
    if (active.size < concurrency && waiting.size > 0) setAlarm();
    wake();
  }

  /** Nobody is woken before all that can be begun has been. */
  function wake(): void {
    const isReady = worker && [...waiting.values()].some(({ notBefore }) => notBefore <= now());
    if (active.size > 0 || (isReady && !closing.signal.aborted)) return;
    for (const wakeUp of idlers.splice(0)) wakeUp();
  }

  function setAlarm(): void {
    alarm?.abort();
    alarm = new AbortController();
    const { signal } = alarm;
    const next = Math.min(...[...waiting.values()].map(({ notBefore }) => notBefore));
    sleep(Math.max(0, next - now()), AbortSignal.any([signal, closing.signal])).then(
      () => signal.aborted || pump(),
      () => undefined,
    );
  }

  async function begin(entry: Entry, work: (work: Work) => Promise<void>): Promise<void> {
    // The caller has to note the work as active before it can end.
    await Promise.resolve();
    const error = await work(entry.work).then(
      () => undefined,
      (reason: unknown) => reason ?? new Error("The work failed without a reason."),
    );
    active.delete(entry.key);
    if (error === undefined && entry.work.kind === "sweep") sweptAt = now();
    const next = again.get(entry.key);
    again.delete(entry.key);
    for (const { resolve, reject } of entry.askers) error === undefined ? resolve() : reject(error);
    const put = error === undefined ? undefined : putOff(entry, error);
    // Work asked for meanwhile looks at everything anew, so that it also stands for what was put off.
    const following = put && next ? { ...put, askers: next.askers } : (put ?? next);
    if (following) waiting.set(entry.key, following);
    pump();
  }

  function putOff(entry: Entry, error: unknown): Entry | undefined {
    if (error instanceof TooSoon) return { ...entry, notBefore: error.notBefore, askers: [] };
    const failures = entry.failures + 1;
    if (failures < tries)
      return { ...entry, failures, notBefore: now() + firstWait * 4 ** (failures - 1), askers: [] };
    dead.unshift({ work: entry.work, reason: errorText(error), at: new Date(now()).toISOString() });
    dead.length = Math.min(dead.length, mostDead);
    return undefined;
  }

  return {
    kind: "memory",
    sweptAt: async () => sweptAt,
    add: async (work) => ask(work),
    done(work) {
      const asker = Promise.withResolvers<void>();
      ask(work, asker);
      return asker.promise;
    },
    start(found) {
      worker = found;
      pump();
    },
    async every(milliseconds, work) {
      const repeat = async () => {
        while (!closing.signal.aborted) {
          await sleep(milliseconds, closing.signal);
          if (!closing.signal.aborted) ask(work);
        }
      };
      repeat().catch(() => undefined);
    },
    idle() {
      const idler = Promise.withResolvers<void>();
      idlers.push(idler.resolve);
      pump();
      return idler.promise;
    },
    async counts() {
      const put = [...waiting.values()].filter(({ notBefore }) => notBefore > now()).length;
      return {
        waiting: waiting.size - put + again.size,
        delayed: put,
        active: active.size,
        dead: dead.length,
      };
    },
    dead: async () => dead,
    async close() {
      closing.abort();
      alarm?.abort();
      await Promise.allSettled(active.values());
    },
  };
}
