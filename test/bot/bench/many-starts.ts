import { createWorker } from "../../../bot/do-work.ts";
import { appAccess } from "../../../bot/github/app-access.ts";
import { octokitClass } from "../../../bot/github/octokit-class.ts";
import { githubPolicy } from "../../../bot/github/request-policy.ts";
import { createMemoryPace } from "../../../bot/pace/memory-pace.ts";
import { gitHubLimits } from "../../../bot/pace/take-turn.ts";
import { createProposals } from "../../../bot/proposals/proposals.ts";
import { createReviews } from "../../../bot/pull-requests/reviews.ts";
import { createMemoryQueue } from "../../../bot/queue/memory-queue.ts";
import { createReadings } from "../../../bot/readings/readings.ts";
import { createRuns } from "../../../bot/runs.ts";
import { silentLog } from "../../../bot/watch/create-log.ts";
import { createMetrics } from "../../../bot/watch/metrics.ts";
import { createClock, createSandbox } from "../../../sandbox/index.ts";
import { begin, name, openStart, owner } from "./bench-world.ts";
import { longBody, longHandbook } from "./long-process.ts";

/** What came of many starts at once under GitHub's limits. */
export interface ManyStarts {
  /** Runs with all their steps, in the order in which they became complete. */
  readonly complete: readonly number[];
  readonly minutes: number;
  /** How often GitHub had to refuse something. */
  readonly refusals: number;
  readonly requests: number;
  /** What each run was told of the wait; empty when it did not wait. */
  readonly notices: readonly string[];
}

const oneDay = 86_400_000;

/** Opens so many starts of so many steps at one moment, and works them off on a clock that jumps over every wait. */
export async function manyStarts(starts: number, steps: number): Promise<ManyStarts> {
  const clock = createClock({ now: begin, frozen: true });
  const now = () => Date.parse(clock.now());
  const sandbox = createSandbox({
    repository: `${owner}/${name}`,
    users: [{ login: "demo-ann", name: "Ann", permission: "write" }],
    readFiles: async () => longHandbook(steps),
    origin: () => "http://localhost",
    clock,
    limits: true,
  });
  const sleep = async (milliseconds: number) => clock.set(new Date(now() + milliseconds).toISOString());
  const policy = { ...githubPolicy, now, sleep, patience: () => 15_000 };
  const Octokit = octokitClass(policy, { store: createMemoryPace(), limits: gitHubLimits });
  const octokit = new Octokit({
    auth: { token: sandbox.tokens["handrail[bot]"] },
    baseUrl: sandbox.links.api,
    request: { fetch: sandbox.fetch },
  });
  const queue = createMemoryQueue({ concurrency: 1, tries: 5, now, sleep });
  const opened: number[] = [];
  for (let index = 0; index < starts; index += 1)
    opened.push(await openStart(sandbox, "demo-ann", `Long: ${index}`, longBody(index)));
  const complete: number[] = [];
  const stepsOf = (run: number) =>
    [...sandbox.state.issues.values()].filter(({ parentNumber }) => parentNumber === run).length;
  const access = { ...appAccess({} as never), clientOf: async () => octokit };
  const work = createWorker({
    access,
    runs: createRuns({ handbookRoot: "processes", now: () => clock.now() }),
    readings: createReadings({ handbookRoot: "processes", now: () => clock.now() }),
    reviews: createReviews({ handbookRoot: "processes", now: () => clock.now() }),
    proposals: createProposals({ handbookRoot: "processes" }),
    queue,
    log: silentLog,
    metrics: createMetrics(),
  });
  queue.start(async (wanted) => {
    await work(wanted);
    if (wanted.kind === "look" && stepsOf(wanted.run) === steps) complete.push(wanted.run);
  });
  for (const run of opened) await queue.add({ kind: "look", account: 0, owner, name, run });
  while (complete.length < starts && now() < Date.parse(begin) + oneDay)
    await new Promise((resolve) => setImmediate(resolve));
  const end = now();
  await queue.close();
  const calls = sandbox.calls().filter(({ actor }) => actor === "handrail[bot]");
  return {
    complete,
    minutes: (end - Date.parse(begin)) / 60_000,
    refusals: calls.filter(({ status }) => status === 403 || status === 429).length,
    requests: calls.length,
    notices: opened.flatMap((run) =>
      (sandbox.state.issues.get(run)?.comments ?? []).flatMap(({ body }) =>
        body.startsWith("GitHub lets me make only so many") ? [body] : [],
      ),
    ),
  };
}
