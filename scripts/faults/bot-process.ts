import { Probot, ProbotOctokit } from "probot";
import { createApp } from "../../bot/app.ts";
import { createWorker } from "../../bot/do-work.ts";
import { appAccess } from "../../bot/github/app-access.ts";
import { octokitClass } from "../../bot/github/octokit-class.ts";
import { githubPolicy } from "../../bot/github/request-policy.ts";
import { createProposals } from "../../bot/proposals/proposals.ts";
import { createReviews } from "../../bot/pull-requests/reviews.ts";
import { createMemoryQueue } from "../../bot/queue/memory-queue.ts";
import { createReadings } from "../../bot/readings/readings.ts";
import { createRuns } from "../../bot/runs.ts";
import { silentLog } from "../../bot/watch/create-log.ts";
import { createMetrics } from "../../bot/watch/metrics.ts";
import type { Decide } from "../../core/run/index.ts";
import { botLogin, type Delivered, type FaultWorld, name, owner } from "./world.ts";

/** Which client the bot talks to GitHub with: ours, or Probot's own with its retries. */
export type Client = "ours" | "stock";

/** One process of the bot. What it knows is lost with it. */
export interface BotProcess {
  readonly hear: (delivered: Delivered) => Promise<void>;
  readonly sweep: () => Promise<{ readonly failures: readonly { readonly error: unknown }[] }>;
  /** Lets time pass on the clock that waits and limits are measured by. */
  readonly wait: (milliseconds: number) => void;
}

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Starts a process whose requests go through `fetch`. Waiting takes no time. */
export async function startProcess(
  world: FaultWorld,
  fetch: Fetch,
  client: Client,
  decide?: Decide,
): Promise<BotProcess> {
  let elapsed = 0;
  const policy = {
    ...githubPolicy,
    now: () => elapsed,
    sleep: async (milliseconds: number) => {
      elapsed += milliseconds;
    },
  };
  const Octokit = client === "ours" ? octokitClass(policy) : stockClass();
  const probot = new Probot({
    githubToken: world.sandbox.tokens[botLogin] ?? "",
    baseUrl: world.sandbox.links.api,
    logLevel: "fatal",
    Octokit: Octokit.defaults((options: Record<string, unknown>) => ({
      ...options,
      request: { ...(options["request"] as object | undefined), fetch },
    })) as typeof ProbotOctokit,
  });
  const runs = createRuns({ handbookRoot: "processes", now: world.now, elapsed: policy.now, decide });
  await probot.ready();
  const octokit = await probot.auth();
  const queue = createMemoryQueue({
    concurrency: 1,
    tries: 1,
    now: policy.now,
    sleep: (milliseconds) => policy.sleep(milliseconds),
  });
  const lookAt = (run: number) => queue.done({ kind: "look", account: 0, owner, name, run });
  await probot.load(
    createApp({
      // What a look throws is in the log of the server; a sweep finds what it left undone.
      heard: ({ run }) => lookAt(run).catch(() => undefined),
      joined: ({ run }, step) => runs.heardOf({ owner, name }, run, step),
      proposed: ({ pull }) =>
        queue.done({ kind: "review", account: 0, owner, name, pull }).catch(() => undefined),
      wished: ({ issue }) =>
        queue.done({ kind: "take-up", account: 0, owner, name, issue }).catch(() => undefined),
      ticked: ({ issue }) =>
        queue.done({ kind: "tick", account: 0, owner, name, issue }).catch(() => undefined),
      chosen: () => queue.done({ kind: "learn", account: 0, owner, name }).catch(() => undefined),
      isOurselves: runs.isOurselves,
    }),
  );
  queue.start(
    createWorker({
      access: appAccess(probot),
      runs,
      reviews: createReviews({ handbookRoot: "processes", now: world.now }),
      proposals: createProposals({ handbookRoot: "processes" }),
      readings: createReadings({ handbookRoot: "processes", now: world.now }),
      queue,
      log: silentLog,
      metrics: createMetrics(),
    }),
  );
  return {
    hear: async ({ id, name: event, payload }) => {
      // What a handler throws is told to GitHub, which does not deliver again.
      await probot
        .receive({ id, name: event, payload } as unknown as Parameters<Probot["receive"]>[0])
        .catch(() => undefined);
      await queue.idle();
    },
    async sweep() {
      const swept = await runs.sweep({ owner, name, octokit }, lookAt);
      for (const issue of swept.proposals)
        await queue.done({ kind: "take-up", account: 0, owner, name, issue }).catch(() => undefined);
      await queue.idle();
      return swept;
    },
    wait: (milliseconds) => {
      elapsed += milliseconds;
    },
  };
}

/** Probot's client as it comes, but for the waits: its retries take no time, and its spacing of requests is left out. */
function stockClass(): typeof ProbotOctokit {
  return ProbotOctokit.defaults((options: Record<string, unknown>) => ({
    ...options,
    throttle: { enabled: false },
    retry: { enabled: true, retryAfterBaseValue: 0 },
  })) as unknown as typeof ProbotOctokit;
}
