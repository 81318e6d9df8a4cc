import {
  type AppliedChange,
  type Change,
  type ObservedPeople,
  type ObservedRun,
  type PeopleOfConcern,
  processOfRun,
  type RunHandbook,
} from "../../core/run/index.ts";
import { act } from "./act.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { observeRun, type RepositoryName, type RunObservation } from "./observe-run.ts";
import { createHandbookReader, type HandbookReader } from "./read-handbook.ts";
import { readPeople } from "./read-people.ts";

/** One repository as the bot reads and writes it. */
export interface RunRepository {
  /** The run of an issue; nothing when there is no such issue. */
  observe(number: number): Promise<RunObservation | undefined>;
  /** The newest commit of the handbook. */
  newestRevision(): Promise<string | undefined>;
  /** The handbook at a commit, as far as the run's process needs it. */
  readHandbook(revision: string, run: ObservedRun): Promise<RunHandbook>;
  readPeople(observation: RunObservation, concern: PeopleOfConcern): Promise<ObservedPeople>;
  /** Writes changes in order. Throws `WriteUnknown` when it is not known whether one was made. */
  act(changes: readonly Change[], observation: RunObservation): Promise<AppliedChange[]>;
}

/** The repository behind a GraphQL client. `root` is the folder of the handbook in it. */
export function createRunRepository(
  graphql: GraphqlClient,
  name: RepositoryName,
  root: string,
  handbooks: HandbookReader = createHandbookReader(graphql, name, root),
): RunRepository {
  return {
    observe: (number) => observeRun(graphql, name, number),
    newestRevision: () => handbooks.newestRevision(),
    readHandbook: (revision, run) => handbooks.read(revision, processOfRun(run)),
    readPeople: (observation, concern) => readPeople(graphql, name, observation, concern),
    act: (changes, { observed, ids }) => act(graphql, changes, observed, ids),
  };
}
