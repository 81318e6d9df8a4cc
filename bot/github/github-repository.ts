import {
  type ObservedReaction,
  offeredRevision,
  pinnedFiles,
  processOfRun,
  type Seal,
} from "../../core/run/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { RunRepository } from "../ports/run-repository.ts";
import { act } from "./act.ts";
import { findRecentRuns } from "./find-recent-runs.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { listNewestRuns } from "./newest-runs.ts";
import { type GitHubObservation, observeRun, type RepositoryName } from "./observe-run.ts";
import { type ListedRuns, listRuns, observeRuns } from "./observe-runs.ts";
import { otherRuns } from "./other-runs.ts";
import { readActivity } from "./read-activity.ts";
import { createHandbookReader } from "./read-handbook.ts";
import { readPeople, readPeopleAhead } from "./read-people.ts";
import { readReactions } from "./read-reactions.ts";
import { createRunMemory } from "./run-memory.ts";
import { openScheduledStart, startsSince } from "./scheduled-starts.ts";
import type { Trust, Viewer } from "./viewer.ts";

/** What a repository on GitHub is reached with. */
export interface GitHubRepositoryOptions {
  readonly graphql: GraphqlClient;
  readonly name: RepositoryName;
  /** Folder of the handbook in the repository. */
  readonly root: string;
  /** Whose texts count as written by the bot; its own when left out. */
  readonly trust?: Trust | undefined;
  /** What the notes on runs are signed with; without it they are told by who wrote them last. */
  readonly seal?: Seal | undefined;
  /** Without it no run is kept between two reads. */
  readonly now?: Clock | undefined;
  /** Told whom the bot acts as, whenever GitHub says so. */
  readonly onViewer?: ((viewer: Viewer) => void) | undefined;
}

/** A repository on GitHub, reached by GraphQL. */
export function createGitHubRepository(options: GitHubRepositoryOptions): RunRepository<GitHubObservation> {
  const { graphql, name, root, trust = "own", seal, now, onViewer = () => undefined } = options;
  const handbooks = createHandbookReader(graphql, name, root);
  const memory = createRunMemory(() => (now ? Date.parse(now()) : Number.NaN));
  let latest: ListedRuns | undefined;
  const newestAt = async (newest: string | undefined, read: string) =>
    newest === undefined || newest === read ? undefined : handbooks.readDaysAndPeople(newest);
  return {
    async observe(number) {
      const observation = await observeRun(graphql, name, number, { trust, seal }, memory, handbooks);
      if (observation) onViewer(observation.viewer);
      return observation;
    },
    async observeRuns(which) {
      const listed = await listRuns(graphql, name, which);
      latest = listed;
      if (!listed) return { observations: [], failures: [], newestRevision: undefined };
      const runs = await observeRuns(graphql, listed, { trust, seal }, memory);
      const pinned = runs.observations.flatMap(({ observed }) => pinnedFiles(observed) ?? []);
      const { newestRevision } = runs;
      const newest = newestRevision === undefined ? [] : [{ revision: newestRevision }];
      await handbooks.readAhead([...pinned, ...newest]);
      return runs;
    },
    async observeNewest(wanted) {
      const newest = await listNewestRuns(graphql, name, wanted);
      if (!newest) return { observations: [], failures: [], newestRevision: undefined, hasOlder: false };
      const runs = await observeRuns(graphql, newest.listed, { trust, seal }, memory);
      await handbooks.readAhead(runs.observations.flatMap(({ observed }) => pinnedFiles(observed) ?? []));
      return { ...runs, hasOlder: newest.hasOlder };
    },
    async observeRecent(since, known) {
      const { heads, proposals, ticked } = await findRecentRuns(graphql, name, since);
      const unknown = heads.filter(({ number }) => !known.has(number));
      const listed = unknown.length > 0 ? (latest ?? (await listRuns(graphql, name, "open"))) : undefined;
      if (!listed) return { observations: [], failures: [], newestRevision: undefined, proposals, ticked };
      const runs = await observeRuns(graphql, { ...listed, heads: unknown }, { trust, seal }, memory);
      await handbooks.readAhead(runs.observations.flatMap(({ observed }) => pinnedFiles(observed) ?? []));
      return { ...runs, proposals, ticked };
    },
    readPeopleAhead: (observations, assignable) => readPeopleAhead(graphql, name, observations, assignable),
    async readHandbook({ observed, newestRevision }) {
      const { revision = newestRevision, paths } = pinnedFiles(observed) ?? {};
      if (revision === undefined) return undefined;
      const pinned = await (paths
        ? handbooks.readFiles(revision, paths)
        : handbooks.read(revision, processOfRun(observed)));
      const newest = await newestAt(newestRevision, revision);
      const offered = offeredRevision(observed, newestRevision);
      if (offered === undefined) return { ...pinned, newest };
      const text = await handbooks.read(offered, processOfRun(observed));
      return {
        ...pinned,
        newest,
        offered: { ...text, newest: await newestAt(newestRevision, offered) },
      };
    },
    readActivity: () => readActivity(graphql, name, seal, (revision) => handbooks.readAll(revision)),
    readWholeHandbook: (revision) => handbooks.readAll(revision),
    otherRuns: () => otherRuns(graphql, name, { trust, seal }),
    readPeople: (observation, concern) => readPeople(graphql, name, observation, concern),
    async readReactions(asked) {
      const found = new Map<string, readonly ObservedReaction[]>();
      const open = asked.map(([{ reactions }, ids]) => ids.filter((id) => !reactions.has(id)));
      await readReactions(graphql, found, open.flat());
      for (const [index, [{ reactions }]] of asked.entries())
        for (const id of open[index] ?? []) reactions.set(id, found.get(id) ?? []);
    },
    reactionsTo: ({ reactions }) => reactions,
    async act(changes, { observed, ids }) {
      const applied = await act(graphql, changes, observed, ids, seal);
      memory.made(observed.run.number, applied.filter(({ change }) => change.kind === "create-step").length);
      return applied;
    },
    startsSince: (day) => startsSince(graphql, name, day),
    openStart: (start) => openScheduledStart(graphql, name, start, seal),
  };
}
