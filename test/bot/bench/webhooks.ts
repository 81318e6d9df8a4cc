import { sign } from "@octokit/webhooks-methods";
import { missingForRedis, startRedis } from "../server/redis.ts";
import {
  environment,
  type GitHub,
  type StartedServer,
  secret,
  startGitHub,
  startServer,
  until,
} from "../server/started-server.ts";

/** How servers bore many webhooks at once. Times are in milliseconds, memory in bytes over all processes. */
export interface WebhookLoad {
  readonly sent: number;
  /** Answers with 202; anything else counts against the server. */
  readonly accepted: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly memoryBefore: number;
  readonly memoryAfter: number;
  /** From the first webhook until nothing was left to do. */
  readonly untilIdle: number;
  /** From the closing of a step until the next one's owner was told, each alone: half of them, and all, took no longer. */
  readonly handOverP50: number;
  readonly handOverMax: number;
}

const [runs, handOvers] = [20, 5];

/** Sends so many webhooks, evenly within so many seconds, to one process, or to two that share a Redis. Nothing where there is no Redis. */
export async function webhookLoad(
  processes: 1 | 2,
  sent: number,
  seconds: number,
): Promise<WebhookLoad | undefined> {
  const isShared = processes > 1;
  if (isShared && (await missingForRedis()) !== undefined) return undefined;
  const redis = isShared ? await startRedis() : undefined;
  const servers: StartedServer[] = [];
  let turn = 0;
  const target = () => {
    turn += 1;
    return `${servers[turn % servers.length]?.url ?? "http://127.0.0.1:9"}/api/github/webhooks`;
  };
  const github = await startGitHub(target);
  try {
    // What is measured is the server; GitHub's pace for writes would only make the preparation long.
    const env = environment(github, {
      WRITE_SPACING_MILLISECONDS: "0",
      ...(redis && { REDIS_URL: redis.url }),
    });
    for (let index = 0; index < processes; index += 1) servers.push(await startServer(env));
    for (const server of servers) if (server.url === "") throw new Error(server.output());
    const opened = await openRuns(github, servers);
    const handed = await timesOf(opened.slice(0, handOvers), (run) => handOver(github, run));
    const comments = await commentsHeard(github, opened);
    await idle(servers);
    const memoryBefore = await memoryOf(servers);
    const began = performance.now();
    const answers = await sendEvenly(comments, target, sent, seconds);
    await idle(servers);
    const untilIdle = performance.now() - began;
    const times = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
    return {
      sent,
      accepted: answers.filter(({ status }) => status === 202).length,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      max: quantile(times, 1),
      memoryBefore,
      memoryAfter: await memoryOf(servers),
      untilIdle,
      handOverP50: quantile(handed, 0.5),
      handOverMax: quantile(handed, 1),
    };
  } finally {
    for (const server of servers) await server.kill();
    await github.close();
    await redis?.close();
  }
}

const stepsOf = ({ state }: GitHub, run: number) =>
  [...state.issues.values()].filter(({ parentNumber }) => parentNumber === run);

async function openRuns(github: GitHub, servers: readonly StartedServer[]): Promise<number[]> {
  const opened: number[] = [];
  for (let index = 0; index < runs; index += 1) opened.push(await github.openStart(`Write: ${index}`));
  await until("all steps", () => opened.every((run) => stepsOf(github, run).length === 3));
  await idle(servers);
  return opened;
}

/** Closes the first step of a run, and ends when whoever is next has been told. */
async function handOver(github: GitHub, run: number): Promise<void> {
  const [first, next] = stepsOf(github, run);
  await github.request("PATCH", `/issues/${first?.number}`, { state: "closed" });
  await until("the word to whoever is next", () => (next?.comments.length ?? 0) > 0);
}

async function timesOf(numbers: readonly number[], work: (run: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (const number of numbers) {
    const began = performance.now();
    await work(number);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b);
}

/** A webhook of a comment on each run, as GitHub sent it. */
async function commentsHeard(github: GitHub, opened: readonly number[]): Promise<string[]> {
  for (const run of opened)
    await github.request("POST", `/issues/${run}/comments`, { body: "How is it going?" });
  await github.idle();
  return github
    .deliveries()
    .filter(({ event, body }) => event === "issue_comment" && body.includes("How is it going?"))
    .map(({ body }) => body);
}

interface Answered {
  readonly status: number;
  readonly milliseconds: number;
}

async function sendEvenly(
  bodies: readonly string[],
  target: () => string,
  count: number,
  seconds: number,
): Promise<readonly Answered[]> {
  const signed = await Promise.all(
    bodies.map(async (body) => ({ body, signature: await sign(secret, body) })),
  );
  const began = performance.now();
  const under: Promise<Answered>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = (index * seconds * 1000) / count - (performance.now() - began);
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
    const one = signed[index % signed.length];
    if (one) under.push(send(target(), one.body, one.signature));
  }
  return Promise.all(under);
}

async function send(url: string, body: string, signature: string): Promise<Answered> {
  const began = performance.now();
  const status = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-delivery": crypto.randomUUID(),
      "x-github-event": "issue_comment",
      "x-hub-signature-256": signature,
    },
    body,
  }).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    () => 0,
  );
  return { status, milliseconds: performance.now() - began };
}

async function metricsOf(server: StartedServer): Promise<string> {
  return (await fetch(`${server.url}/metrics`)).text();
}

function valueIn(metrics: string, name: string): number {
  return Number(
    metrics
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length) ?? 0,
  );
}

/** Waits until no process has anything in hand. */
async function idle(servers: readonly StartedServer[]): Promise<void> {
  const isIdle = async (server: StartedServer) => {
    const metrics = await metricsOf(server);
    return ["waiting", "active"].every((state) => valueIn(metrics, `handrail_queue{state="${state}"}`) === 0);
  };
  await until("nothing left in hand", async () => (await Promise.all(servers.map(isIdle))).every(Boolean));
}

async function memoryOf(servers: readonly StartedServer[]): Promise<number> {
  const texts = await Promise.all(servers.map(metricsOf));
  return texts.reduce((sum, text) => sum + valueIn(text, "process_resident_memory_bytes"), 0);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
