import { setTimeout as sleep } from "node:timers/promises";

/** Things that are worked on one after another. */
export interface Line<Item> {
  /** Puts some at the end; those that were held back follow them. */
  readonly push: (...items: readonly Item[]) => void;
  /** Keeps one back until another one is put in line, or until everybody waits for the end. */
  readonly hold: (item: Item) => void;
  /** Puts one in line after a while. */
  readonly pushLater: (item: Item, delayMs: number) => void;
  /** Resolves when nothing waits and nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Whether anything waits or is under way. */
  readonly isBusy: () => boolean;
  /** Forgets what waits. */
  readonly close: () => void;
}

/** A line whose things are worked on by `work`, which is told when the line is closed. */
export function createLine<Item>(work: (item: Item, signal: AbortSignal) => Promise<void>): Line<Item> {
  const queue: Item[] = [];
  const held: Item[] = [];
  const closing = new AbortController();
  let running: Promise<void> | null = null;
  let delayed = 0;
  let wake: (() => void)[] = [];

  const isBusy = () => queue.length > 0 || held.length > 0 || delayed > 0 || running !== null;

  function start(): void {
    if (running !== null || closing.signal.aborted || queue.length === 0) return;
    // The request that caused the webhook is answered first, as GitHub does.
    running = new Promise<void>((resolve) => setImmediate(resolve)).then(workOff).finally(() => {
      running = null;
      start();
    });
  }

  async function workOff(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next, closing.signal);
  }

  return {
    push: (...items) => {
      queue.push(...items, ...held.splice(0));
      start();
    },
    hold: (item) => {
      held.push(item);
      start();
    },
    pushLater: (item, delayMs) => {
      delayed += 1;
      sleep(delayMs, undefined, { signal: closing.signal })
        .then(
          () => void queue.push(item),
          () => undefined,
        )
        .finally(() => {
          delayed -= 1;
          start();
          for (const resolve of wake) resolve();
          wake = [];
        });
    },
    idle: async () => {
      do {
        queue.push(...held.splice(0));
        start();
        await running;
        if (delayed > 0) await new Promise<void>((resolve) => wake.push(resolve));
      } while (isBusy());
    },
    isBusy,
    close: () => {
      queue.length = 0;
      held.length = 0;
      closing.abort();
    },
  };
}
