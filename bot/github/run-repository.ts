import type { Handbook } from "../../core/definition/index.ts";
import {
  type AppliedChange,
  type Change,
  type ObservedPeople,
  type PeopleOfConcern,
  pinnedFiles,
  processOfRun,
  type RunHandbook,
  type ScheduledStart,
} from "../../core/run/index.ts";
import { act } from "./act.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { observeRun, type RepositoryName, type RunObservation } from "./observe-run.ts";
import { type ObservedRuns, observeRuns } from "./observe-runs.ts";
import { openScheduledStart } from "./open-scheduled-start.ts";
import { createHandbookReader } from "./read-handbook.ts";
import { readPeople } from "./read-people.ts";
import type { Trust, Viewer } from "./viewer.ts";

/** One repository as the bot reads and writes it. */
export interface RunRepository {
  /** The run of an issue; nothing when there is no such issue. */
  observe(number: number): Promise<RunObservation | undefined>;
  /** Every open run, or every run there ever was, with what their handbooks need read ahead. */
  observeRuns(which: "open" | "all", trust?: Trust): Promise<ObservedRuns>;
  /** The handbook a run follows: at the commit it began with, or at the newest while it has not begun. */
  readHandbook(observation: RunObservation): Promise<RunHandbook | undefined>;
  /** The whole handbook at a commit. */
  readWholeHandbook(revision: string): Promise<Handbook>;
  readPeople(observation: RunObservation, concern: PeopleOfConcern): Promise<ObservedPeople>;
  /** Writes changes in order. Throws `WriteUnknown` when it is not known whether one was made. */
  act(changes: readonly Change[], observation: RunObservation): Promise<AppliedChange[]>;
  /** Opens the start issue of a process that repeats, unless it was opened before; gives its number when it is new. */
  openStart(start: ScheduledStart): Promise<number | undefined>;
}

/**
 * The repository behind a GraphQL client. `root` is the folder of the handbook in it; `onViewer` is told whom the bot
 * acts as whenever GitHub says so.
 */
export function createRunRepository(
  graphql: GraphqlClient,
  name: RepositoryName,
  root: string,
  onViewer: (viewer: Viewer) => void = () => undefined,
): RunRepository {
  const handbooks = createHandbookReader(graphql, name, root);
  return {
    async observe(number) {
      const observation = await observeRun(graphql, name, number);
      if (observation) onViewer(observation.viewer);
      return observation;
    },
    async observeRuns(which, trust = "own") {
      const runs = await observeRuns(graphql, name, which, trust);
      await handbooks.readAhead(runs.observations.flatMap(({ observed }) => pinnedFiles(observed) ?? []));
      return runs;
    },
    async readHandbook({ observed, newestRevision }) {
      const { revision = newestRevision, paths } = pinnedFiles(observed) ?? {};
      if (revision === undefined) return undefined;
      return paths ? handbooks.readFiles(revision, paths) : handbooks.read(revision, processOfRun(observed));
    },
    readWholeHandbook: (revision) => handbooks.readAll(revision),
    readPeople: (observation, concern) => readPeople(graphql, name, observation, concern),
    act: (changes, { observed, ids }) => act(graphql, changes, observed, ids),
    openStart: (start) => openScheduledStart(graphql, name, start),
  };
}
