import { randomUUID } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import type { FaultRule, Faults } from "../faults.ts";
import type { WebhookTarget } from "../options.ts";
import { createLine } from "./create-line.ts";
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
  readonly target: WebhookTarget | null;
  readonly faults: Faults;
  readonly now: () => string;
  readonly hookId: number;
  readonly appId: number;
  /** Ends when whatever webhooks set off in their receiver is done; idleness waits for it. */
  readonly settled?: (() => Promise<void>) | undefined;
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
  let lastId = 0;
  const line = createLine<Waiting>(async (waiting, signal) => {
    if (target === null) return;
    lastId += 1;
    attempts.push(await attemptDelivery(waiting, lastId, target, options, signal));
    if (attempts.length > keptAttempts) attempts.shift();
  });
  return {
    enqueue: (event, action, payload) => {
      if (target === null) return;
      const rules = rulesFor(event, action, options.faults);
      const has = (effect: FaultRule["effect"]) => rules.some((rule) => rule.effect === effect);
      const body = JSON.stringify(payload);
      const waiting = { guid: randomUUID(), event, action, body, redelivery: false, lost: has("lose") };
      const delayMs = rules.find(({ effect }) => effect === "delay")?.delayMs;
      if (has("reorder")) line.hold(waiting);
      else if (delayMs !== undefined) line.pushLater(waiting, delayMs);
      else line.push(...(has("duplicate") ? [waiting, waiting] : [waiting]));
    },
    redeliver: (id) => {
      const attempt = attempts.find((candidate) => candidate.id === id);
      if (attempt === undefined)
        throw new Error(`Unexpected delivery ${id}, expected one of the list of deliveries.`);
      line.push({ ...attempt, redelivery: true, lost: false });
    },
    list: () => attempts,
    async idle() {
      // What the receiver does may send webhooks of its own.
      do {
        await line.idle();
        await options.settled?.();
      } while (line.isBusy());
    },
    close: line.close,
  };
}

function rulesFor(event: string, action: string | null, faults: Faults): readonly FaultRule[] {
  const operation = action === null ? event : `${event}.${action}`;
  return faults.strike({ kind: "webhook", method: "POST", path: "", operation, write: false, actor: "" });
}

async function attemptDelivery(
  waiting: Waiting,
  id: number,
  { url: urlOf, secret, fetch }: WebhookTarget,
  options: DeliveryOptions,
  signal: AbortSignal,
): Promise<Delivery> {
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
  const result = lost ? lostResult : await postWebhook(url, headers, body, signal, fetch);
  return { id, guid, event, action, redelivery, deliveredAt, url, headers, body, ...result };
}

const lostResult = {
  durationSeconds: 0,
  statusCode: 0,
  status: "lost (injected fault)",
  answer: null,
  answerHeaders: {},
};
