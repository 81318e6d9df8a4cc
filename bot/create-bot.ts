import type { IncomingMessage, ServerResponse } from "node:http";
import { Probot } from "probot";
import { createApp } from "./app.ts";
import { createWorker } from "./do-work.ts";
import { type AppAccess, appAccess } from "./github/app-access.ts";
import { octokitClass } from "./github/octokit-class.ts";
import { githubPolicy, type RequestPolicy, type SharedPace } from "./github/request-policy.ts";
import { pathOfTarget } from "./http/path-of-target.ts";
import { createWebhookEndpoint, type Webhook } from "./http/webhook-endpoint.ts";
import type { Clock } from "./ports/clock.ts";
import type { Log } from "./ports/log.ts";
import type { WorkQueue } from "./ports/work-queue.ts";
import { createProposals } from "./proposals/proposals.ts";
import { createReviews, type Reviews } from "./pull-requests/reviews.ts";
import { createReadings, type Readings } from "./readings/readings.ts";
import { createRuns, type Runs } from "./runs.ts";
import { keyFromWebhookSecret, sealOf } from "./seal.ts";
import { silentLog } from "./watch/create-log.ts";
import { createMetrics, type Metrics } from "./watch/metrics.ts";

/** What a bot that hears webhooks is made from. */
export interface BotOptions {
  readonly appId: number | string;
  readonly privateKey: string;
  /** Keys that the notes on runs are signed with, as `HANDRAIL_KEY` gives them; one derived from the webhook secret counts too. */
  readonly notesKey?: string | undefined;
  /** Secret of the webhooks. */
  readonly secret: string;
  /** GitHub's REST address; GitHub itself when left out. */
  readonly baseUrl?: string | undefined;
  readonly handbookRoot: string;
  readonly now: Clock;
  readonly policy?: RequestPolicy | undefined;
  /** What each account has done lately; without it nothing is counted, and nobody waits but when GitHub says so. */
  readonly pace?: SharedPace | undefined;
  /** Path that webhooks are sent to. */
  readonly webhooksPath: string;
  /** Where what is heard waits for its turn; the bot begins to work on it at once. */
  readonly queue: WorkQueue;
  readonly log?: Log | undefined;
  readonly metrics?: Metrics | undefined;
  /** Hears of each piece of work that has ended. */
  readonly onWork?: (() => void) | undefined;
}

/** A bot that answers webhooks and works on what they tell of. */
export interface Bot {
  /** Answers a webhook; false, with nothing done, when the request is none. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly probot: Probot;
  readonly access: AppAccess;
  readonly runs: Runs;
  readonly reviews: Reviews;
  readonly readings: Readings;
}

const shortestSecret = 16;

/** Makes the bot. Throws when the webhook secret is missing or too short to keep anybody out. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { secret, handbookRoot, now, webhooksPath, queue } = options;
  const { log = silentLog, metrics = createMetrics(), onWork } = options;
  refuseWeakSecret(secret);
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret,
    // Probot logs whole events with what people wrote; the bot has a log of its own.
    logLevel: "fatal",
    Octokit: octokitClass(options.policy ?? githubPolicy, options.pace),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
  });
  // The derived key counts behind one of its own, so that runs from before there was one go on.
  const seal = sealOf(`${options.notesKey ?? ""} ${keyFromWebhookSecret(secret)}`);
  const runs = createRuns({ handbookRoot, now, seal });
  const reviews = createReviews({ handbookRoot, now, seal });
  const proposals = createProposals({ handbookRoot });
  const readings = createReadings({ handbookRoot, now, seal });
  await probot.ready();
  await probot.load(
    createApp({
      heard: (run) => queue.add({ kind: "look", ...run, heardAt: Date.now() }),
      joined: (run, step) => runs.heardOf(run, run.run, step),
      chosen: (repository) => queue.add({ kind: "learn", ...repository }),
      wished: (proposal) => queue.add({ kind: "take-up", ...proposal }),
      ticked: (reading) => queue.add({ kind: "tick", ...reading }),
      proposed: (pull) => queue.add({ kind: "review", ...pull }),
      isOurselves: runs.isOurselves,
    }),
  );
  const access = appAccess(probot);
  const work = createWorker({ access, runs, reviews, proposals, readings, queue, log, metrics });
  queue.start((piece) => work(piece).finally(onWork));
  const hear = (webhook: Webhook) => probot.receive(webhook as Parameters<Probot["receive"]>[0]);
  const answer = createWebhookEndpoint({ secret, hear, log, metrics });
  return {
    probot,
    access,
    runs,
    reviews,
    readings,
    async handle(request, response) {
      if (pathOfTarget(request.url) !== webhooksPath) return false;
      await answer(request, response);
      return true;
    },
  };
}

/** Whoever can guess the secret can tell the bot anything; blanks are what a forgotten setting looks like. */
function refuseWeakSecret(secret: string): void {
  const { length } = secret.replace(/\s/g, "");
  if (length >= shortestSecret) return;
  throw new Error(
    `The webhook secret has ${length} characters that are no blanks, expected at least ${shortestSecret}: set WEBHOOK_SECRET to the one of the GitHub App, such as \`openssl rand -hex 32\` makes, or anybody could forge events.`,
  );
}
