import { appendFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { Probot } from "probot";
import { concernsHandbook } from "../core/pull-request/index.ts";
import { text } from "../core/text/index.ts";
import { createApp } from "./app.ts";
import { createWorker } from "./do-work.ts";
import { appAccess } from "./github/app-access.ts";
import { handbookTreeDocument } from "./github/documents/read-handbook.ts";
import { graphqlOf, octokitClass } from "./github/octokit-class.ts";
import { githubPolicy, type RequestPolicy } from "./github/request-policy.ts";
import type { Hearing } from "./hearing.ts";
import { buildPages } from "./job/build-pages.ts";
import { explainFailure } from "./job/explain-failure.ts";
import { isFromFork } from "./job/is-from-fork.ts";
import { type JobEnvironment, type JobInputs, readJobInputs } from "./job/job-inputs.ts";
import { type JobOutcome, outcomeLines, outcomeSummary } from "./job/tell-outcome.ts";
import { tellReview } from "./job/tell-review.ts";
import { createMemoryPace } from "./pace/memory-pace.ts";
import { gitHubLimits } from "./pace/take-turn.ts";
import { createProposals } from "./proposals/proposals.ts";
import type { Reviewed } from "./pull-requests/review-pull-request.ts";
import { createReviews, type Reviews } from "./pull-requests/reviews.ts";
import { createMemoryQueue, type MemoryQueueOptions } from "./queue/memory-queue.ts";
import { createReadings } from "./readings/readings.ts";
import { createRuns } from "./runs.ts";
import { sealOf } from "./seal.ts";
import { silentLog } from "./watch/create-log.ts";
import { createMetrics } from "./watch/metrics.ts";
import { workAfterSweep } from "./work-after-sweep.ts";

/** What GitHub Actions tells a job, and what the job prints. */
export interface ActionWorld {
  readonly env: JobEnvironment;
  readonly now: () => string;
  readonly print: (line: string) => void;
  readonly policy?: RequestPolicy | undefined;
}

/** Events that carry nothing to react to: every open run is looked at, or the one that was asked for. */
const sweepingEvents: readonly string[] = ["schedule", "workflow_dispatch"];

/** What was heard is done one after another; whatever fails is for the next job. */
const oneJob: MemoryQueueOptions = {
  concurrency: 1,
  tries: 1,
  now: Date.now,
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }),
};

/**
 * One job of GitHub Actions: reacts to the event that started it, or looks at all open runs when the schedule or a
 * person did; with `publish: pages` or `preview` it builds the pages instead. Gives the exit code: 0 when all went well, 1 when something did not, so that a failed job is a red one. Each
 * failure is one line that GitHub marks, and the job's summary says the same with what to do.
 */
export async function runAction(world: ActionWorld): Promise<number> {
  const { env, print } = world;
  const outcome = await workOff(world).catch((error: unknown): JobOutcome => {
    const address = env["GITHUB_API_URL"] || "https://api.github.com";
    return { done: [], warnings: [], failures: [explainFailure(error, address)] };
  });
  for (const line of outcomeLines(outcome)) print(line);
  const summary = env["GITHUB_STEP_SUMMARY"];
  if (summary) await appendFile(summary, outcomeSummary(outcome)).catch(() => undefined);
  return outcome.failures.length === 0 ? 0 : 1;
}

async function workOff({ env, now, policy = policyOf(env) }: ActionWorld): Promise<JobOutcome> {
  const inputs = await readJobInputs(env);
  if (inputs.publish !== undefined) return buildPages(inputs, env);
  const { owner, name, address, handbook, key, token } = inputs;
  const probot = new Probot({
    githubToken: token,
    baseUrl: address,
    Octokit: octokitClass(policy, { store: createMemoryPace(), limits: gitHubLimits }),
    logLevel: "fatal",
  });
  await probot.ready();
  const octokit = await probot.auth();
  // A pull request may be the one that brings the handbook.
  if (!inputs.event.startsWith("pull_request")) await requireHandbook(graphqlOf(octokit), inputs);
  const runs = createRuns({ handbookRoot: handbook, now, seal: sealOf(key) });
  const { done, warnings, failures } = {
    done: [] as string[],
    warnings: [] as string[],
    failures: [] as string[],
  };
  const looked = new Set<number>();
  const queue = createMemoryQueue(oneJob);
  const elsewhere = new Set<number>();
  const reviews = noting(
    createReviews({ handbookRoot: handbook, now, seal: sealOf(key) }),
    (pull, { observed }) => {
      if (!observed || !concernsHandbook(observed)) elsewhere.add(pull);
    },
  );
  const told: JobOutcome[] = [];
  const readings = createReadings({ handbookRoot: handbook, now, seal: sealOf(key) });
  const worker = createWorker({
    access: appAccess(probot),
    runs,
    reviews,
    readings,
    proposals: createProposals({ handbookRoot: handbook }),
    queue,
    log: silentLog,
    metrics: createMetrics(),
  });
  queue.start(async (work) => {
    await worker(work).then(
      () => {
        if (work.kind === "look") looked.add(work.run);
        if (work.kind === "review" && !elsewhere.has(work.pull)) done.push(text.job.reviewed(work.pull));
        if (work.kind === "take-up") done.push(text.job.tookUp(work.issue));
        if (work.kind === "tick") done.push(text.job.ticked(work.issue));
      },
      (error: unknown) => {
        const sentence = explainFailure(error, address);
        failures.push(work.kind === "look" ? text.job.ofRun(work.run, sentence) : sentence);
      },
    );
  });
  const place = { account: 0, owner, name };
  const look = async (run: number) => {
    await queue.add({ kind: "look", ...place, run });
  };
  if (!sweepingEvents.includes(inputs.event)) {
    const hearing: Hearing = {
      heard: ({ run }) => look(run),
      joined: ({ run }, step) => runs.heardOf({ owner, name }, run, step),
      chosen: async () => {
        await queue.add({ kind: "learn", ...place });
      },
      wished: async ({ account: _, ...proposal }) => {
        await queue.add({ kind: "take-up", account: 0, ...proposal });
      },
      ticked: async ({ account: _, ...reading }) => {
        await queue.add({ kind: "tick", account: 0, ...reading });
      },
      proposed: async ({ account: _, ...pull }) => {
        if (isFromFork(inputs.payload)) {
          const { openedWith } = pull;
          const options = { isReadOnly: true, openedWith };
          const { changes } = await reviews.review({ owner, name, octokit }, pull.pull, options);
          if (!elsewhere.has(pull.pull)) told.push(tellReview(changes));
        } else await queue.add({ kind: "review", account: 0, ...pull });
      },
      isOurselves: runs.isOurselves,
    };
    await hear(probot, hearing, inputs, env);
    await queue.idle();
    // The handbook may stand in another folder than the one that was named.
    if (elsewhere.size > 0) await requireHandbook(graphqlOf(octokit), inputs);
    done.push(...[...elsewhere].map((pull) => text.job.elsewhere(pull, handbook)));
    if (looked.size > 0) done.push(text.job.looked([...looked]));
    if (done.length + failures.length + told.length === 0) done.push(text.job.nothing);
  } else if (inputs.run !== undefined) {
    await look(inputs.run);
    await queue.idle();
    if (failures.length === 0) done.push(text.job.looked([...looked]));
  } else {
    const swept = await runs.sweep({ owner, name, octokit }, look);
    const ref = { owner, name, octokit };
    for (const work of await workAfterSweep(swept, ref, 0, { reviews, readings })) await queue.add(work);
    await queue.idle();
    done.push(text.job.swept(swept.runs, swept.changed));
    warnings.push(
      ...swept.leftAlone.map((left) =>
        "keeper" in left
          ? text.job.leftAlone(left.run, left.keeper)
          : text.job.leftForNotes(left.run, left.why),
      ),
    );
    failures.push(
      ...swept.failures.map(({ run, error }) => text.job.ofRun(run, explainFailure(error, address))),
    );
  }
  return together([{ done, warnings, failures }, ...told]);
}

/** Reviews that also tell what came of each. */
function noting(reviews: Reviews, note: (pull: number, came: Reviewed) => void): Reviews {
  return {
    ...reviews,
    review: async (ref, pull, options) => {
      const came = await reviews.review(ref, pull, options);
      note(pull, came);
      return came;
    },
  };
}

function together(outcomes: readonly JobOutcome[]): JobOutcome {
  return {
    done: outcomes.flatMap(({ done }) => done),
    warnings: outcomes.flatMap(({ warnings }) => warnings),
    failures: outcomes.flatMap(({ failures }) => failures),
    marks: outcomes.flatMap(({ marks = [] }) => marks),
    pages: outcomes.flatMap(({ pages = [] }) => pages),
  };
}

/** Looks for the handbook before all else: without it no run could be looked after, and nothing would say so. */
async function requireHandbook(
  graphql: ReturnType<typeof graphqlOf>,
  { owner, name, handbook }: JobInputs,
): Promise<void> {
  const data = await graphql<{
    repository: { object: { entries?: readonly { readonly name: string }[] } | null } | null;
  }>(handbookTreeDocument, { owner, name, folder: `HEAD:${handbook}` });
  if (data.repository === null) throw new Error(text.job.noRepository);
  const entries = data.repository.object?.entries ?? [];
  if (!entries.some((entry) => entry.name === "handbook.yml"))
    throw new Error(text.job.noHandbook(handbook, `${owner}/${name}`));
}

async function hear(
  probot: Probot,
  hearing: Hearing,
  { event, payload }: JobInputs,
  env: JobEnvironment,
): Promise<void> {
  await probot.load(createApp(hearing));
  const received = { id: env["GITHUB_RUN_ID"] ?? "action", name: event, payload } as Parameters<
    Probot["receive"]
  >[0];
  await probot.receive(received);
}

/** A job waits for GitHub as long as it has time; a longer wait is given up at once and left to a later job. */
function policyOf(env: JobEnvironment): RequestPolicy {
  const minutes = Number(env["HANDRAIL_JOB_MINUTES"] ?? 12);
  const end = Date.now() + minutes * 60_000;
  return { ...githubPolicy, patience: () => end - Date.now() };
}
