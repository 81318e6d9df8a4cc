import { createGitHubRepository } from "../../bot/github/github-repository.ts";
import { graphqlOf, octokitClass } from "../../bot/github/octokit-class.ts";
import { githubPolicy } from "../../bot/github/request-policy.ts";
import type { Step } from "../../core/definition/index.ts";
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
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const happening of life.happenings) {
    await act(world, happening);
    for (const delivered of await world.received()) await bot.hear(delivered);
    await bot.sweep();
    await world.received();
    histories.push(...(await historiesNow(world, repository, texts)));
  }
  await world.close();
  return histories;
}

/**
 * How every run of the local GitHub stands: the run itself and those that are steps of it. `texts` are the files of the handbook by
 * commit, as far as runs followed them; a commit that is met for the first time is the newest.
 */
async function historiesNow(
  world: FaultWorld,
  repository: ReturnType<typeof createGitHubRepository>,
  texts: Map<string, ReadonlyMap<string, string>>,
): Promise<History[]> {
  const histories: History[] = [];
  for (const { number, labels } of world.sandbox.state.issues.values()) {
    if (!labels.some((label) => label.name === "handrail:run")) continue;
    const observation = await repository.observe(number);
    const handbook = observation && (await repository.readHandbook(observation));
    if (!handbook) continue;
    const { revision, offered } = handbook;
    for (const followed of [revision, offered?.revision])
      if (followed !== undefined && !texts.has(followed))
        texts.set(followed, filesBelow(root, world.files()));
    const concern = peopleOfConcern({ observed: observation.observed, handbook });
    const observed = { ...observation.observed, people: await repository.readPeople(observation, concern) };
    if (decide({ observed, handbook, now: world.now() }).length > 0) continue;
    const ledger = ledgerOf(observed);
    const definition = handbook.handbook.processes.get(ledger?.process ?? "");
    const keys = definition?.steps.flatMap(keysOf) ?? [];
    const shows = [
      ...keys,
      ...(ledger?.like === undefined ? [] : ["a start like another run"]),
      ...(ledger?.elsewhere === undefined ? [] : ["a start with too much on a day"]),
      ...(ledger?.entries.some((entry) => entry.kind === "closed" && entry.collected) ? ["values"] : []),
      ...(definition?.steps ?? []).map(({ kind }) => `step ${kind}`),
      ...(ledger?.entries ?? []).map(({ kind }) => `entry ${kind}`),
    ];
    histories.push({
      shows: [...new Set(shows)].sort(),
      now: world.now(),
      files: texts.get(revision) ?? new Map(),
      revision,
      ...(offered && {
        offered: { files: texts.get(offered.revision) ?? new Map(), revision: offered.revision },
      }),
      root,
      observed,
    });
  }
  return histories;
}

/** What of the newer ways to write a step this one uses. */
function keysOf({ eachOf, every, phase, collect }: Step): string[] {
  return [
    ...(eachOf === undefined ? [] : ["key each"]),
    ...(every === undefined ? [] : ["key every"]),
    ...(phase === undefined ? [] : ["key phase"]),
    ...(collect.length === 0 ? [] : ["key collect"]),
  ];
}

function filesBelow(folder: string, files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files].map(([path, text]) => [path.slice(folder.length + 1), text]));
}

function octokitFor({ sandbox, send }: FaultWorld) {
  const Octokit = octokitClass({ ...githubPolicy, writeSpacing: 0 });
  return new Octokit({
    auth: { token: sandbox.tokens[botLogin] },
    baseUrl: sandbox.links.api,
    request: { fetch: send },
  });
}
