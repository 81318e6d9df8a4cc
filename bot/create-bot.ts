import type { IncomingMessage, ServerResponse } from "node:http";
import { createNodeMiddleware, Probot } from "probot";
import { createApp } from "./app.ts";
import { octokitClass } from "./github/octokit-class.ts";
import { githubPolicy, type RequestPolicy } from "./github/request-policy.ts";
import { createRuns, type Runs } from "./runs.ts";

/** What a bot that hears webhooks is made from. */
export interface BotOptions {
  readonly appId: number | string;
  readonly privateKey: string;
  /** Secret of the webhooks; an empty one would let anybody forge them, so it is refused. */
  readonly secret: string;
  /** GitHub's REST address; GitHub itself when left out. */
  readonly baseUrl?: string | undefined;
  readonly handbookRoot: string;
  readonly now: () => string;
  readonly policy?: RequestPolicy | undefined;
  /** Path that webhooks are sent to. */
  readonly webhooksPath: string;
  readonly logLevel?: "fatal" | "error" | "warn" | "info" | "debug" | undefined;
}

/** A bot that answers webhooks. */
export interface Bot {
  /** Answers a webhook; false, with nothing done, when the request is none. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly probot: Probot;
  readonly runs: Runs;
}

const shortestSecret = 8;

/** Makes the bot. Throws when the webhook secret is missing or too short to keep anybody out. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { secret, handbookRoot, now, webhooksPath } = options;
  if (secret.length < shortestSecret) {
    throw new Error(
      `The webhook secret has ${secret.length} characters, expected at least ${shortestSecret}: set WEBHOOK_SECRET to the one of the GitHub App, or anybody could forge events.`,
    );
  }
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret,
    logLevel: options.logLevel ?? "warn",
    Octokit: octokitClass(options.policy ?? githubPolicy),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
  });
  const runs = createRuns({ handbookRoot, now });
  const middleware = await createNodeMiddleware(createApp(runs), { probot, webhooksPath });
  return {
    probot,
    runs,
    async handle(request, response) {
      if (new URL(request.url ?? "/", "http://localhost").pathname !== webhooksPath) return false;
      await middleware(request, response);
      return true;
    },
  };
}
