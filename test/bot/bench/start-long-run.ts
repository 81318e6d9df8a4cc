import { mock } from "node:test";
import { ProbotOctokit } from "probot";
import { begin, botCalls, botFor, name, openStart, owner, sandboxWith } from "./bench-world.ts";
import { type Cost, costOf } from "./cost.ts";
import { longBody, longHandbook } from "./long-process.ts";

/** What a start costs, and the seconds that the spacing of its requests takes. */
export interface StartCost extends Cost {
  readonly seconds: number;
}

/** Starts a run of so many steps with the bot. Throws when it did not make them all. */
export async function startWithHandrail(steps: number): Promise<StartCost> {
  const sandbox = sandboxWith(longHandbook(steps), ["demo-ann"]);
  const bot = botFor(sandbox);
  const run = await openStart(sandbox, "demo-ann", "Long: bench", longBody());
  sandbox.resetCalls();
  await bot.runs.look(bot.ref, run);
  const created = [...sandbox.state.issues.values()].filter(
    ({ parentNumber }) => parentNumber === run,
  ).length;
  if (created !== steps) throw new Error(`${created} steps were made instead of ${steps}.`);
  return { ...costOf(botCalls(sandbox)), seconds: bot.seconds() };
}

/** The same issues by REST, one request after another, with Probot's Octokit as it comes. */
export async function startWithRest(steps: number): Promise<StartCost> {
  const sandbox = sandboxWith(longHandbook(steps), ["demo-ann"]);
  const run = await openStart(sandbox, "demo-ann", "Long: bench", "A run.");
  sandbox.resetCalls();
  const octokit = new ProbotOctokit({
    auth: { token: sandbox.tokens["handrail[bot]"] },
    baseUrl: sandbox.links.api,
    request: { fetch: sandbox.fetch },
  });
  const repo = { owner, repo: name };
  const work = async () => {
    let previous: number | undefined;
    await octokit.rest.issues.createComment({ ...repo, issue_number: run, body: "The plan." });
    for (let index = 0; index < steps; index += 1) {
      const { data } = await octokit.rest.issues.create({
        ...repo,
        title: `Step ${index}`,
        assignees: ["demo-ann"],
      });
      await octokit.rest.issues.addSubIssue({ ...repo, issue_number: run, sub_issue_id: data.id });
      if (previous !== undefined) {
        await octokit.rest.issues.addBlockedByDependency({
          ...repo,
          issue_number: data.number,
          issue_id: previous,
        });
      }
      previous = data.id;
    }
  };
  const seconds = await inVirtualTime(work);
  return { ...costOf(botCalls(sandbox)), seconds };
}

/** Runs work whose timers are skipped as soon as nothing else is left to do; gives the seconds they stood for. */
async function inVirtualTime(work: () => Promise<void>): Promise<number> {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse(begin) });
  const started = Date.now();
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    for (let turn = 0; turn < 50 && !isDone; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!isDone) mock.timers.tick(50);
  }
  const seconds = (Date.now() - started) / 1000;
  mock.timers.reset();
  await working;
  return seconds;
}
