import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { missingForRedis, type StartedRedis, startRedis } from "./redis.ts";
import {
  environment,
  type GitHub,
  type StartedServer,
  startGitHub,
  startServer,
  until,
} from "./started-server.ts";

// Work that a killed process had in hand is taken up only after a while; how long a busy machine takes says nothing.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const missing = await missingForRedis();
if (missing !== undefined) console.warn(`Two processes on Redis are not tried: ${missing}.`);

let redis: StartedRedis;
let github: GitHub;
let servers: StartedServer[] = [];
let turn = 0;

/** Webhooks go to one server after the other, as a load balancer would send them. */
function target(): string {
  const alive = servers.filter((server) => server.isAlive());
  turn += 1;
  return `${alive[turn % alive.length]?.url ?? "http://127.0.0.1:9"}/api/github/webhooks`;
}

const start = () =>
  startServer(environment(github, { REDIS_URL: redis.url, WRITE_SPACING_MILLISECONDS: "100" }));

beforeAll(async () => {
  if (missing !== undefined) return;
  redis = await startRedis();
  github = await startGitHub(target);
  servers = [await start(), await start()];
});
afterAll(async () => {
  if (missing !== undefined) return;
  for (const server of servers) await server.kill();
  await github.close();
  await redis.close();
});

const steps = (run: number) =>
  [...github.state.issues.values()].filter(({ parentNumber }) => parentNumber === run);

/** Every run has its three steps, each once, one status comment, and nothing said twice anywhere. */
async function expectWhole(runs: readonly number[]): Promise<void> {
  await until(`three steps in each of ${runs.join(", ")}`, () =>
    runs.every((run) => steps(run).filter(({ state }) => state === "open").length === 3),
  );
  await until("nothing left in hand", async () => {
    const alive = servers.find((server) => server.isAlive());
    const text = await metricsOf(alive);
    const count = (state: string) => new RegExp(`handrail_queue\\{state="${state}"\\} 0$`, "m").test(text);
    return count("waiting") && count("active");
  });
  for (const run of runs) {
    expect(steps(run).map(({ title }) => title.replace(/:.*/, ""))).toEqual([
      "Write the draft",
      "Edit the draft",
      "Publish",
    ]);
    const bodies = [github.state.issues.get(run), ...steps(run)].map((issue) =>
      (issue?.comments ?? []).map(({ body }) => body),
    );
    for (const comments of bodies) expect(new Set(comments).size).toBe(comments.length);
    expect(bodies[0]?.filter((body) => body.startsWith("### "))).toHaveLength(1);
  }
}

test.skipIf(missing)("two processes share the work, and each run is looked at by one at a time", async () => {
  const runs = [];
  for (const name of ["one", "two", "three"]) runs.push(await github.openStart(`Write an article: ${name}`));
  await expectWhole(runs);
  const worked = (server: StartedServer | undefined) => server?.output().includes('"work":"look"');
  expect(servers.map(worked)).toContain(true);
});

const metricsOf = async (server: StartedServer | undefined) => (await fetch(`${server?.url}/metrics`)).text();

/** How much a process has asked of GitHub so far. */
async function requestsOf(server: StartedServer | undefined): Promise<number> {
  const counts = (await metricsOf(server)).matchAll(/^handrail_github_requests_total\{[^}]*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

const isUnfinished = (run: number) => steps(run).length < 3;

test.skipIf(missing)("one is killed in the middle: the other takes its work up", async () => {
  const runs = [
    await github.openStart("Write an article: killed"),
    await github.openStart("Write an article: too"),
    await github.openStart("Write an article: three"),
  ];
  const before = await Promise.all(servers.map(requestsOf));
  let killed: StartedServer | undefined;
  await until("work in the hands of one to be killed", async () => {
    const asked = await Promise.all(servers.map(requestsOf));
    killed = servers.find((_server, index) => (asked[index] ?? 0) > (before[index] ?? 0) + 1);
    return killed !== undefined && runs.some((run) => steps(run).length > 0);
  });
  expect(runs.some(isUnfinished)).toBe(true);
  await killed?.kill();
  await expectWhole(runs);
  servers = [...servers.filter((server) => server !== killed), await start()];
});

test.skipIf(missing)("Redis is restarted in the middle and forgets everything", async () => {
  const run = await github.openStart("Write an article: forgotten");
  await until("the first step", () => steps(run).length > 0);
  const late = github.openStart("Write an article: unheard");
  expect(isUnfinished(run)).toBe(true);
  await redis.restart();
  await expectWhole([run, await late]);
  expect(servers.map((server) => server.isAlive())).toEqual([true, true]);
});

test.skipIf(missing)("both are replaced one after the other while work comes in", async () => {
  const runs: number[] = [];
  for (const old of servers) {
    runs.push(await github.openStart(`Write an article: rolling ${runs.length}`));
    const fresh = await start();
    old.child.kill("SIGTERM");
    expect(await old.ended).toBe(0);
    servers = [...servers.filter((server) => server !== old), fresh];
  }
  await expectWhole(runs);
});
