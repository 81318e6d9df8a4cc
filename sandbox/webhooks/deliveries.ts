import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sign } from "@octokit/webhooks-methods";
import type { FaultRule, Faults } from "../faults.ts";
import { postWebhook } from "./post-webhook.ts";

/** One attempt to deliver a webhook. A redelivery is an attempt of its own, with the same GUID. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly redelivery: boolean;
  /** ISO 8601, by the sandbox's clock. */
  readonly deliveredAt: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly durationSeconds: number;
  /** 0 when no answer came. */
  readonly statusCode: number;
  /** "OK", or why it failed. */
  readonly status: string;
  readonly answer: string | null;
  readonly answerHeaders: Readonly<Record<string, string>>;
}

export interface DeliveryOptions {
  /** Null when nobody listens: nothing is sent then, and nothing is kept. */
  readonly target: { readonly url: () => string; readonly secret: string } | null;
  readonly faults: Faults;
  readonly now: () => string;
  readonly hookId: number;
  readonly appId: number;
}

export interface Deliveries {
  /** Puts a webhook in line; it is sent soon, after those before it. */
  readonly enqueue: (event: string, action: string | null, payload: object) => void;
  /** Sends one again, as it was. Throws when there is none with this id. */
  readonly redeliver: (id: number) => void;
  /** All attempts, oldest first. */
  readonly list: () => readonly Delivery[];
  /** Resolves when nothing waits and nothing is under way. */
  readonly idle: () => Promise<void>;
  readonly close: () => void;
}

type Target = NonNullable<DeliveryOptions["target"]>;

interface Waiting {
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly body: string;
  readonly redelivery: boolean;
  readonly lost: boolean;
}

/** The largest number of attempts kept in the list; older ones are forgotten. */
const keptAttempts = 5000;

/**
 * Sends webhooks one after another. GitHub promises no order; a fixed one keeps trials repeatable, and the faults
 * `lose`, `duplicate`, `reorder` and `delay` show what else can happen.
 */
export function createDeliveries(options: DeliveryOptions): Deliveries {
  const { target } = options;
  const attempts: Delivery[] = [];
  const queue: Waiting[] = [];
  const held: Waiting[] = [];
  const closing = new AbortController();
  let lastId = 0;
  let running: Promise<void> | null = null;
  let delayed = 0;
  let wake: (() => void)[] = [];

  const deliveries: Deliveries = {
    enqueue: (event, action, payload) => {
      if (target === null) return;
      const name = action === null ? event : `${event}.${action}`;
      const rules = options.faults.strike({
        kind: "webhook",
        method: "POST",
        path: "",
        operation: name,
        ...nobody,
      });
      const has = (effect: FaultRule["effect"]) => rules.some((rule) => rule.effect === effect);
      const guid = randomUUID();
      const body = JSON.stringify(payload);
      const waiting = { guid, event, action, body, redelivery: false, lost: has("lose") };
      const delayMs = rules.find(({ effect }) => effect === "delay")?.delayMs;
      if (has("reorder")) held.push(waiting);
      else if (delayMs !== undefined) later(waiting, delayMs);
      else queue.push(waiting, ...(has("duplicate") ? [waiting] : []), ...held.splice(0));
      start();
    },
    redeliver: (id) => {
      const attempt = attempts.find((candidate) => candidate.id === id);
      if (attempt === undefined)
        throw new Error(`Unexpected delivery ${id}, expected one of the list of deliveries.`);
      queue.push({ ...attempt, redelivery: true, lost: false });
      start();
    },
    list: () => attempts,
    idle: async () => {
      do {
        queue.push(...held.splice(0));
        start();
        await running;
        if (delayed > 0) await new Promise<void>((resolve) => wake.push(resolve));
      } while (queue.length > 0 || held.length > 0 || delayed > 0 || running !== null);
    },
    close: () => {
      queue.length = 0;
      held.length = 0;
      closing.abort();
    },
  };
  return deliveries;

  function later(waiting: Waiting, delayMs: number): void {
    delayed += 1;
    sleep(delayMs, undefined, { signal: closing.signal })
      .then(
        () => void queue.push(waiting),
        () => undefined,
      )
      .finally(() => {
        delayed -= 1;
        start();
        for (const resolve of wake) resolve();
        wake = [];
      });
  }

  function start(): void {
    if (running !== null || closing.signal.aborted || queue.length === 0) return;
    // The request that caused the webhook is answered first, as GitHub does.
    running = new Promise<void>((resolve) => setImmediate(resolve)).then(work).finally(() => {
      running = null;
      start();
    });
  }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined && target !== null; next = queue.shift()) {
      lastId += 1;
      attempts.push(await attempt(next, lastId, target));
      if (attempts.length > keptAttempts) attempts.shift();
    }
  }

  async function attempt(waiting: Waiting, id: number, { url: urlOf, secret }: Target): Promise<Delivery> {
    const { guid, event, action, body, redelivery, lost } = waiting;
    const url = urlOf();
    const headers = {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/sandbox",
      accept: "*/*",
      "x-github-delivery": guid,
      "x-github-event": event,
      "x-github-hook-id": String(options.hookId),
      "x-github-hook-installation-target-id": String(options.appId),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature-256": await sign(secret, body),
    };
    const deliveredAt = options.now();
    const result = lost ? lostResult : await postWebhook(url, headers, body, closing.signal);
    return { id, guid, event, action, redelivery, deliveredAt, url, headers, body, ...result };
  }
}

const nobody = { write: false, actor: "" };

const lostResult = {
  durationSeconds: 0,
  statusCode: 0,
  status: "lost (injected fault)",
  answer: null,
  answerHeaders: {},
};
