import type { IncomingMessage, ServerResponse } from "node:http";
import { createNodeMiddleware, Probot } from "probot";
import { createApp } from "./app.ts";
import { octokitClass } from "./github/octokit-class.ts";
import { githubPolicy, type RequestPolicy } from "./github/request-policy.ts";
import { createRuns, type Runs } from "./runs.ts";
import { keyFromWebhookSecret, sealOf } from "./seal.ts";

/** What a bot that hears webhooks is made from. */
export interface BotOptions {
  readonly appId: number | string;
  readonly privateKey: string;
  /** Keys that the notes on runs are signed with, as `HANDRAIL_KEY` gives them; one derived from the webhook secret when left out. */
  readonly notesKey?: string | undefined;
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
  /** Looks at all open runs of every repository the App is installed in. Throws when something went wrong, after all were looked at. */
  readonly sweepEverywhere: () => Promise<void>;
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
  const runs = createRuns({
    handbookRoot,
    now,
    seal: sealOf(options.notesKey ?? keyFromWebhookSecret(secret)),
  });
  const middleware = await createNodeMiddleware(createApp(runs), { probot, webhooksPath });
  return {
    probot,
    runs,
    sweepEverywhere: () => sweepEverywhere(probot, runs),
    async handle(request, response) {
      if (new URL(request.url ?? "/", "http://localhost").pathname !== webhooksPath) return false;
      await middleware(request, response);
      return true;
    },
  };
}

async function sweepEverywhere(probot: Probot, runs: Runs): Promise<void> {
  const app = await probot.auth();
  const failures: unknown[] = [];
  for (const installation of await app.paginate(app.rest.apps.listInstallations)) {
    const octokit = await probot.auth(installation.id);
    const repositories = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation);
    for (const { owner, name } of repositories) {
      const swept = await runs.sweep({ owner: owner.login, name, octokit }).catch((error: unknown) => {
        failures.push(error);
        return undefined;
      });
      failures.push(...(swept?.failures.map(({ error }) => error) ?? []));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} runs or repositories could not be looked at.`);
}
