import { EventEmitter, once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout } from "node:timers/promises";
import { createBot } from "./create-bot.ts";
import { githubPolicy, type RequestPolicy, type SharedPace } from "./github/request-policy.ts";
import { caught } from "./http/caught.ts";
import { gitHubLimits } from "./pace/take-turn.ts";
import type { Log } from "./ports/log.ts";
import type { WorkQueue } from "./ports/work-queue.ts";
import { openShared } from "./queue/open-shared.ts";
import { answerOperators } from "./serving/answer-operators.ts";
import type { OpenBeside } from "./serving/beside.ts";
import { besideWorld } from "./serving/beside-world.ts";
import { claimHost } from "./serving/claim-host.ts";
import { readSettings, type ServerSettings } from "./serving/read-settings.ts";
import { createReadiness } from "./serving/readiness.ts";
import { createLog } from "./watch/create-log.ts";
import { errorText } from "./watch/error-text.ts";
import { createMetrics, type Metrics } from "./watch/metrics.ts";

const everyHour = 60 * 60 * 1000;
/** Supervisors kill what has not ended after half a minute. */
const longestStop = 25_000;

/**
 * The bot as a server: a GitHub App that hears webhooks, and looks at all open runs at the start and every hour. What
 * each setting in the environment means: docs/operating.md. `openBeside` opens what it shows besides, such as pages.
 */
export async function serve(env: NodeJS.ProcessEnv, openBeside?: OpenBeside): Promise<void> {
  const settings = readSettings(env);
  const now = () => env["HANDRAIL_NOW"] ?? new Date().toISOString();
  const log = createLog(
    (line) => process.stdout.write(line),
    settings.logLevel,
    () => new Date().toISOString(),
  );
  process.on("uncaughtExceptionMonitor", (error) =>
    log("error", "The server ends.", { error: errorText(error) }),
  );
  const asked = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), parentGone(env)]);
  const release = settings.redisUrl === undefined ? await claimHost(settings.appId) : async () => undefined;
  const metrics = createMetrics();
  const { queue, pace } = await openShared({ ...settings, log });
  const work = new EventEmitter();
  const bot = await createBot({
    ...settings,
    now,
    webhooksPath: "/api/github/webhooks",
    queue,
    policy: { ...githubPolicy, writeSpacing: settings.writeSpacing, ...patienceUntil(asked) },
    pace: { store: pace, limits: gitHubLimits, onRequest: countRequests(metrics) },
    log,
    metrics,
    onWork: () => work.emit("done"),
  });
  const beside = await openBeside?.(env, besideWorld(bot, { log, now, work }));
  const readiness = createReadiness(bot.access, settings.appId, queue, log);
  const server = createServer(timeouts(settings));
  server.on(
    "request",
    caught(
      async (request, response) => {
        if (await bot.handle(request, response)) return;
        await answerOperators(request, response, {
          readiness: readiness.read,
          queue,
          metrics,
          rest: beside?.handle,
        });
      },
      (error) => log("error", "A request failed.", { error: errorText(error) }),
    ),
  );
  await listen(server, settings);
  log("info", "Handrail listens.", { host: settings.host, port: portOf(server), queue: queue.kind });
  const sweep = { kind: "sweep-everywhere" } as const;
  await Promise.all([queue.add(sweep), queue.every(everyHour, sweep)]).catch((error: unknown) =>
    log("error", "No sweep could be asked for.", { error: errorText(error) }),
  );
  await asked;
  readiness.close();
  await beside?.close();
  await stop(server, queue, log);
  await release();
}

/**
 * Longer waits for GitHub are put off, so that other work can use the time. Once the program is asked to end, short work is
 * finished; then whatever still wants to ask GitHub is put off, for another process or the next start.
 */
const [longestWaitInHand, longestWaitAtTheEnd, longestRest] = [15_000, 2000, 10_000];

function patienceUntil(asked: Promise<unknown>): Pick<RequestPolicy, "patience" | "stopping"> {
  let askedAt: number | undefined;
  const stopping = asked.then(() => {
    askedAt = performance.now();
  });
  return {
    stopping,
    patience() {
      if (askedAt === undefined) return longestWaitInHand;
      return performance.now() - askedAt < longestRest ? longestWaitAtTheEnd : Number.NEGATIVE_INFINITY;
    },
  };
}

/** Counts what becomes of requests to GitHub. */
function countRequests(metrics: Metrics): NonNullable<SharedPace["onRequest"]> {
  return (result, account, { resource, remaining, notBefore }) => {
    metrics.count("handrail_github_requests_total", { result });
    if (resource !== undefined && remaining !== undefined)
      metrics.set("handrail_github_remaining", remaining, { account, resource });
    if (notBefore !== undefined)
      metrics.set("handrail_not_before_seconds", Math.floor(notBefore / 1000), { account });
  };
}

/** A client that sends a byte a second holds nothing for long. */
function timeouts({ requestTimeout }: ServerSettings) {
  return {
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: 1000,
  };
}

async function listen(server: Server, { port, host }: ServerSettings): Promise<void> {
  server.listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(
      `Port ${port} of ${host} is taken by another program: set PORT to a free one, or stop the other.`,
    );
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/**
 * Ends when npm is gone that started the server: it passes a signal on to a shell, and not every shell passes it on.
 * Never ends for a server that npm did not start.
 */
async function parentGone(env: NodeJS.ProcessEnv): Promise<void> {
  const parent = process.ppid;
  if (env["npm_lifecycle_event"] === undefined) return new Promise(() => undefined);
  while (process.ppid === parent) await setTimeout(500, undefined, { ref: false });
}

/** Hears no more and finishes what is in hand. Further signals change nothing; npm passes on what the terminal sends, too. */
async function stop(server: Server, queue: WorkQueue, log: Log): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
  log("info", "Handrail finishes the work in hand and ends.");
  setTimeout(longestStop, undefined, { ref: false }).then(() => {
    log("warn", "Work in hand took too long; the next start takes it up.");
    process.exit(1);
  });
  server.close();
  server.closeIdleConnections();
  await queue.close();
  server.closeAllConnections();
  log("info", "Handrail has ended.");
}
