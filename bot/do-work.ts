import type { AppAccess } from "./github/app-access.ts";
import type { Log } from "./ports/log.ts";
import {
  type Learn,
  type Look,
  type RepositorySweep,
  type Review,
  type TakeUp,
  type Tick,
  TooSoon,
  type Work,
  type WorkQueue,
} from "./ports/work-queue.ts";
import type { Proposals } from "./proposals/proposals.ts";
import type { Reviews } from "./pull-requests/reviews.ts";
import type { Readings } from "./readings/readings.ts";
import type { RepositoryRef, Runs } from "./runs.ts";
import { errorText } from "./watch/error-text.ts";
import type { Metrics } from "./watch/metrics.ts";
import { workAfterSweep } from "./work-after-sweep.ts";

/** What a worker works with. */
export interface WorkerOptions {
  readonly access: AppAccess;
  readonly runs: Runs;
  readonly reviews: Reviews;
  readonly proposals: Proposals;
  readonly readings: Readings;
  readonly queue: Pick<WorkQueue, "add">;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The worker of the queue: does one piece of work and asks for what follows from it. */
export function createWorker(options: WorkerOptions): (work: Work) => Promise<void> {
  const { log, metrics } = options;
  return async (work) => {
    const begun = performance.now();
    const seconds = () => Math.round(performance.now() - begun) / 1000;
    const tell = (result: "done" | "put-off" | "failed") => {
      metrics.count("handrail_work_total", { kind: work.kind, result });
      metrics.observe("handrail_work_seconds", seconds(), { kind: work.kind });
    };
    try {
      const facts = await doWork(work, options);
      tell("done");
      log("info", "Work done.", { ...factsOf(work), ...facts, seconds: seconds() });
    } catch (error) {
      const isPutOff = error instanceof TooSoon;
      tell(isPutOff ? "put-off" : "failed");
      log(isPutOff ? "info" : "error", isPutOff ? "Work put off." : "Work failed.", {
        ...factsOf(work),
        error: errorText(error),
        seconds: seconds(),
      });
      throw error;
    }
  };
}

type Facts = Readonly<Record<string, string | number | undefined>>;

async function doWork(work: Work, options: WorkerOptions): Promise<Facts> {
  if (work.kind === "sweep-everywhere") return sweepEverywhere(options);
  const { owner, name, account } = work;
  const ref = { owner, name, octokit: await options.access.clientOf(account) };
  switch (work.kind) {
    case "look":
      return look(work, ref, options);
    case "review":
      return review(work, ref, options);
    case "take-up":
      return takeUp(work, ref, options);
    case "tick":
      return tick(work, ref, options);
    case "learn":
      return learn(work, ref, options);
    case "sweep":
      return sweep(work, ref, options);
  }
}

async function look(work: Look, ref: RepositoryRef, { runs, queue, metrics }: WorkerOptions): Promise<Facts> {
  const { changes, related } = await runs.lookOnce(ref, work.run);
  if (work.heardAt !== undefined)
    metrics.observe("handrail_handover_seconds", (Date.now() - work.heardAt) / 1000);
  for (const run of related) await queue.add({ ...work, run, heardAt: undefined });
  return { changes };
}

/** GitHub deletes the branch of a merged pull request, and points others that were for it elsewhere, without telling every bot. */
async function review(
  { account, owner, name, pull, isAskedAgain, openedWith }: Review,
  ref: RepositoryRef,
  { reviews, queue }: WorkerOptions,
): Promise<Facts> {
  const { observed, changes } = await reviews.review(ref, pull, { isAskedAgain, openedWith });
  const others = observed?.isMerged && changes.length > 0 ? await reviews.unseen(ref) : [];
  for (const other of others) await queue.add({ kind: "review", account, owner, name, pull: other });
  return { changes: changes.length };
}

/** What the bot opens it looks at itself: in Actions GitHub tells nobody of it. */
async function takeUp(
  { account, owner, name, issue }: TakeUp,
  ref: RepositoryRef,
  { proposals, queue }: WorkerOptions,
): Promise<Facts> {
  const { changes, opened } = await proposals.takeUp(ref, issue);
  if (opened !== undefined) await queue.add({ kind: "review", account, owner, name, pull: opened });
  return { changes };
}

async function tick({ issue }: Tick, ref: RepositoryRef, { readings }: WorkerOptions): Promise<Facts> {
  return { changes: await readings.tick(ref, issue) };
}

async function learn(
  { account, owner, name, isDay = false }: Learn,
  ref: RepositoryRef,
  { proposals, runs, queue }: WorkerOptions,
): Promise<Facts> {
  const written = await proposals.learn(ref, { now: runs.now(), isDay, records: () => runs.records(ref) });
  for (const pull of written) await queue.add({ kind: "review", account, owner, name, pull });
  return { changes: written.length };
}

async function sweep(
  { account, owner, name }: RepositorySweep,
  ref: RepositoryRef,
  { runs, reviews, readings, queue, log, metrics }: WorkerOptions,
): Promise<Facts> {
  const swept = await runs.sweep(ref, (run) => queue.add({ kind: "look", account, owner, name, run }));
  for (const work of await workAfterSweep(swept, ref, account, { reviews, readings })) await queue.add(work);
  for (const { run, error } of swept.failures)
    log("error", "A run could not be looked at; the others were.", {
      repository: `${owner}/${name}`,
      run,
      error: errorText(error),
    });
  metrics.set("handrail_last_sweep_seconds", Math.floor(Date.now() / 1000));
  return { runs: swept.runs, due: swept.changed, failures: swept.failures.length };
}

/** Asks for a sweep of every repository the App is installed in. */
async function sweepEverywhere({ access, queue, log }: WorkerOptions): Promise<Facts> {
  let failures = 0;
  const repositories = await access.repositories((account, error) => {
    failures += 1;
    log("error", "An installation could not be swept; the others were.", {
      account,
      error: errorText(error),
    });
  });
  for (const repository of repositories) await queue.add({ kind: "sweep", ...repository });
  if (failures > 0) throw new Error(`${failures} installations could not be swept.`);
  return { repositories: repositories.length };
}

function factsOf(work: Work): Facts {
  if (work.kind === "sweep-everywhere") return { work: work.kind };
  const repository = `${work.owner}/${work.name}`;
  switch (work.kind) {
    case "look":
      return { work: work.kind, repository, run: work.run, delivery: work.delivery };
    case "review":
      return { work: work.kind, repository, pull: work.pull, delivery: work.delivery };
    case "take-up":
    case "tick":
      return { work: work.kind, repository, issue: work.issue, delivery: work.delivery };
    case "learn":
      return { work: work.kind, repository, delivery: work.delivery };
    case "sweep":
      return { work: work.kind, repository };
  }
}
