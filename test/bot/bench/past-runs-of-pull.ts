import { createGitHubRepository } from "../../../bot/github/github-repository.ts";
import { graphqlOf } from "../../../bot/github/octokit-class.ts";
import { pastRunsOf } from "../../../bot/github/pull-request/past-runs.ts";
import {
  begin,
  botCalls,
  botFor,
  name,
  openStart,
  owner,
  request,
  sandboxWith,
  withoutOthers,
} from "./bench-world.ts";
import { type Cost, costOf } from "./cost.ts";
import { longBody, longHandbook } from "./long-process.ts";

/** What it costs to read the past runs that a pull request changes the dates of, and how many come of it. */
export interface PastRunsOfPull extends Cost {
  readonly records: number;
  readonly hasOlder: boolean;
}

/** In a repository with so many closed runs of a process of so many steps. */
export async function pastRunsOfPull(runs: number, steps: number): Promise<PastRunsOfPull> {
  const sandbox = sandboxWith(longHandbook(steps), ["demo-ann"]);
  const { runs: bot, ref } = botFor(sandbox, withoutOthers(sandbox.fetch));
  for (let index = 0; index < runs; index += 1) {
    const run = await openStart(sandbox, "demo-ann", `Long: ${index}`, longBody(index));
    await bot.look(ref, run);
    // Nobody hears of it, so that it stays closed.
    await request(sandbox, "demo-ann", "PATCH", `/issues/${run}`, { state: "closed" });
  }
  const graphql = graphqlOf(botFor(sandbox).ref.octokit);
  const repository = createGitHubRepository({ graphql, name: { owner, name }, root: "processes" });
  sandbox.resetCalls();
  const read = await pastRunsOf(["long"], repository, begin);
  return {
    ...costOf(botCalls(sandbox)),
    records: read?.records.length ?? 0,
    hasOlder: read?.hasOlder ?? false,
  };
}
