import { createGitHubRepository } from "../../bot/github/github-repository.ts";
import { graphqlOf, octokitClass } from "../../bot/github/octokit-class.ts";
import { githubPolicy } from "../../bot/github/request-policy.ts";
import { decide, ledgerOf, peopleOfConcern } from "../../core/run/index.ts";
import { act } from "../faults/act.ts";
import { startProcess } from "../faults/bot-process.ts";
import type { Life } from "../faults/life.ts";
import { botLogin, createFaultWorld, type FaultWorld, name, owner } from "../faults/world.ts";
import type { History } from "./history.ts";

const root = "processes";

/** Lives through a life without faults, and keeps how its run stood after each happening and at rest. */
export async function recordLife(life: Life): Promise<readonly History[]> {
  const world = await createFaultWorld(life.files, life.begin, { mayLag: false, overHttp: false });
  const bot = await startProcess(world, world.send, "ours");
  const repository = createGitHubRepository({
    graphql: graphqlOf(octokitFor(world)),
    name: { owner, name },
    root,
  });
  const histories: History[] = [];
  for (const happening of life.happenings) {
    await act(world, happening);
    for (const delivered of await world.received()) await bot.hear(delivered);
    await bot.sweep();
    await world.received();
    histories.push(...(await historiesNow(world, repository, life)));
  }
  await world.close();
  return histories;
}

/** How every run of the local GitHub stands: the run itself and those that are steps of it. */
async function historiesNow(
  world: FaultWorld,
  repository: ReturnType<typeof createGitHubRepository>,
  life: Life,
): Promise<History[]> {
  const histories: History[] = [];
  for (const { number, labels } of world.sandbox.state.issues.values()) {
    if (!labels.some((label) => label.name === "handrail:run")) continue;
    const observation = await repository.observe(number);
    const handbook = observation && (await repository.readHandbook(observation));
    if (!handbook) continue;
    const concern = peopleOfConcern({ observed: observation.observed, handbook });
    const observed = { ...observation.observed, people: await repository.readPeople(observation, concern) };
    if (decide({ observed, handbook, now: world.now() }).length > 0) continue;
    const ledger = ledgerOf(observed);
    const definition = handbook.handbook.processes.get(ledger?.process ?? "");
    const shows = [
      ...(definition?.steps ?? []).map(({ kind }) => `step ${kind}`),
      ...(ledger?.entries ?? []).map(({ kind }) => `entry ${kind}`),
    ];
    histories.push({
      shows: [...new Set(shows)].sort(),
      now: world.now(),
      files: new Map([...life.files].map(([path, text]) => [path.slice(root.length + 1), text])),
      revision: handbook.revision,
      root,
      observed,
    });
  }
  return histories;
}

function octokitFor({ sandbox, send }: FaultWorld) {
  const Octokit = octokitClass({ ...githubPolicy, writeSpacing: 0 });
  return new Octokit({
    auth: { token: sandbox.tokens[botLogin] },
    baseUrl: sandbox.links.api,
    request: { fetch: send },
  });
}
