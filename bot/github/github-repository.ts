import { pinnedFiles, processOfRun, type Seal } from "../../core/run/index.ts";
import type { RunRepository } from "../ports/run-repository.ts";
import { act } from "./act.ts";
import { findRecentRuns } from "./find-recent-runs.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { type GitHubObservation, observeRun, type RepositoryName } from "./observe-run.ts";
import { observeRuns } from "./observe-runs.ts";
import { createHandbookReader } from "./read-handbook.ts";
import { readPeople } from "./read-people.ts";
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
  /** Told whom the bot acts as, whenever GitHub says so. */
  readonly onViewer?: ((viewer: Viewer) => void) | undefined;
}

/** A repository on GitHub, reached by GraphQL. */
export function createGitHubRepository(options: GitHubRepositoryOptions): RunRepository<GitHubObservation> {
  const { graphql, name, root, trust = "own", seal, onViewer = () => undefined } = options;
  const handbooks = createHandbookReader(graphql, name, root);
  return {
    async observe(number) {
      const observation = await observeRun(graphql, name, number, { trust, seal });
      if (observation) onViewer(observation.viewer);
      return observation;
    },
    async observeRuns(which) {
      const runs = await observeRuns(graphql, name, which, { trust, seal });
      const pinned = runs.observations.flatMap(({ observed }) => pinnedFiles(observed) ?? []);
      const { newestRevision } = runs;
      const newest = newestRevision === undefined ? [] : [{ revision: newestRevision }];
      await handbooks.readAhead([...pinned, ...newest]);
      return runs;
    },
    findRecent: (since) => findRecentRuns(graphql, name, since),
    async readHandbook({ observed, newestRevision }) {
      const { revision = newestRevision, paths } = pinnedFiles(observed) ?? {};
      if (revision === undefined) return undefined;
      const pinned = await (paths
        ? handbooks.readFiles(revision, paths)
        : handbooks.read(revision, processOfRun(observed)));
      if (newestRevision === undefined || newestRevision === revision) return pinned;
      return { ...pinned, newest: await handbooks.readDaysAndPeople(newestRevision) };
    },
    readWholeHandbook: (revision) => handbooks.readAll(revision),
    readPeople: (observation, concern) => readPeople(graphql, name, observation, concern),
    act: (changes, { observed, ids }) => act(graphql, changes, observed, ids, seal),
    startsSince: (day) => startsSince(graphql, name, day),
    openStart: (start) => openScheduledStart(graphql, name, start, seal),
  };
}
