import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Probot } from "probot";
import { count } from "../core/text/index.ts";
import { createApp } from "./app.ts";
import { createWorker } from "./do-work.ts";
import { appAccess } from "./github/app-access.ts";
import { octokitClass } from "./github/octokit-class.ts";
import { githubPolicy, type RequestPolicy } from "./github/request-policy.ts";
import { createMemoryPace } from "./pace/memory-pace.ts";
import { gitHubLimits } from "./pace/take-turn.ts";
import { createReviews } from "./pull-requests/reviews.ts";
import { createMemoryQueue, type MemoryQueueOptions } from "./queue/memory-queue.ts";
import { createRuns } from "./runs.ts";
import { sealOf } from "./seal.ts";
import { silentLog } from "./watch/create-log.ts";
import { createMetrics } from "./watch/metrics.ts";

/** What GitHub Actions tells a job, and what the job prints. */
export interface ActionWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => string;
  readonly print: (line: string) => void;
  readonly policy?: RequestPolicy | undefined;
}

/** Events that carry something to react to; every other one looks at all open runs. */
const heardEvents: readonly string[] = ["issues", "issue_comment", "pull_request"];

/** What was heard is done one after another; whatever fails is for the next job. */
const oneJob: MemoryQueueOptions = {
  concurrency: 1,
  tries: 1,
  now: Date.now,
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }),
};

/**
 * One job of GitHub Actions: reacts to the event that started it, or looks at all open runs when the schedule or a
 * person did. Gives the exit code: 0 when all went well, 1 when something did not, so that a failed job is a red one.
 */
export async function runAction({ env, now, print, policy = policyOf(env) }: ActionWorld): Promise<number> {
  const event = required(env, "GITHUB_EVENT_NAME");
  const [owner = "", name = ""] = required(env, "GITHUB_REPOSITORY").split("/");
  const token = required(env, "GITHUB_TOKEN");
  const baseUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
  const failures: string[] = [];
  const runs = createRuns({
    handbookRoot: env["HANDRAIL_HANDBOOK"] ?? "processes",
    now,
    seal: sealOf(env["HANDRAIL_KEY"]),
  });
  const probot = new Probot({
    githubToken: token,
    baseUrl,
    Octokit: octokitClass(policy, { store: createMemoryPace(), limits: gitHubLimits }),
    logLevel: "fatal",
  });
  await probot.ready();
  const queue = createMemoryQueue(oneJob);
  await probot.load(
    createApp({
      heard: ({ account: _, ...run }) => queue.add({ kind: "look", account: 0, ...run }),
      proposed: ({ account: _, ...pull }) => queue.add({ kind: "review", account: 0, ...pull }),
      isOurselves: runs.isOurselves,
    }),
  );
  const worker = createWorker({
    access: appAccess(probot),
    runs,
    reviews: createReviews({ handbookRoot: env["HANDRAIL_HANDBOOK"] ?? "processes", now }),
    queue,
    log: silentLog,
    metrics: createMetrics(),
  });
  queue.start(async (work) => {
    await worker(work).catch((error: unknown) => {
      failures.push(work.kind === "look" ? `Run #${work.run}: ${messageOf(error)}` : messageOf(error));
    });
  });
  if (heardEvents.includes(event)) {
    const payload = JSON.parse(await readFile(required(env, "GITHUB_EVENT_PATH"), "utf8"));
    const received = { id: env["GITHUB_RUN_ID"] ?? "action", name: event, payload } as Parameters<
      Probot["receive"]
    >[0];
    await probot.receive(received).catch((error: unknown) => failures.push(messageOf(error)));
  } else {
    const octokit = await probot.auth();
    const swept = await runs.sweep({ owner, name, octokit }, (run) =>
      queue.add({ kind: "look", account: 0, owner, name, run }),
    );
    print(`${count(swept.runs, "open run")} looked at, ${swept.changed} changed.`);
    for (const { run, keeper } of swept.leftAlone)
      print(`::warning::Run #${run} was left alone: ${keeper} looks after it.`);
    failures.push(...swept.failures.map(({ run, error }) => `Run #${run}: ${messageOf(error)}`));
  }
  await queue.idle();
  for (const failure of failures) print(`::error::${failure.replaceAll("%", "%25").replaceAll("\n", "%0A")}`);
  return failures.length === 0 ? 0 : 1;
}

/** A job waits for GitHub as long as it has time; a longer wait is given up at once and left to a later job. */
function policyOf(env: ActionWorld["env"]): RequestPolicy {
  const minutes = Number(env["HANDRAIL_JOB_MINUTES"] ?? 12);
  const end = Date.now() + minutes * 60_000;
  return { ...githubPolicy, patience: () => end - Date.now() };
}

function required(env: ActionWorld["env"], name: string): string {
  const value = env[name];
  if (!value)
    throw new Error(`${name} is not set, expected GitHub Actions to set it; see docs/going-live.md.`);
  return value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runAction({
    env: process.env,
    now: () => process.env["HANDRAIL_NOW"] ?? new Date().toISOString(),
    print: (line) => process.stdout.write(`${line}\n`),
  });
}
