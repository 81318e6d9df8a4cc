import type { RunRecord, RunsFile } from "../core/metrics/index.ts";
import type { Decide, Seal } from "../core/run/index.ts";
import { collectRuns, readableRecords } from "./collect-runs.ts";
import { type ConfirmedWrites, createConfirmedWrites } from "./confirmed-writes.ts";
import { createGitHubRepository } from "./github/github-repository.ts";
import type { GraphqlClient } from "./github/graphql-client.ts";
import { type GitHubClient, graphqlOf } from "./github/octokit-class.ts";
import type { Viewer } from "./github/viewer.ts";
import type { HeardStep } from "./hearing.ts";
import type { Clock } from "./ports/clock.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import { type Swept, sweep } from "./sweep.ts";

/** What the runs are told by whoever starts the bot. */
export interface RunsOptions {
  /** Folder of the handbook in the repository. */
  readonly handbookRoot: string;
  readonly now: Clock;
  /** What the notes on runs are signed with; without it they are told by who wrote them last. */
  readonly seal?: Seal | undefined;
  /** Milliseconds since any moment, which only grow; the machine's own when left out. */
  readonly elapsed?: (() => number) | undefined;
  /** What decides on a run; `decide` of the core when left out. */
  readonly decide?: Decide | undefined;
}

/** A repository and the client to reach it with. */
export interface RepositoryRef {
  readonly owner: string;
  readonly name: string;
  readonly octokit: GitHubClient;
}

/** The runs of every repository the bot looks after. Whoever calls sees to it that no run is looked at twice at once. */
export interface Runs {
  /** Looks at one run and brings it to where it should be; the result names others that this may concern. */
  lookOnce(ref: RepositoryRef, number: number): Promise<Reconciled>;
  /** Looks at one run, and at those above and below it, until nothing more is written in any of them. */
  look(ref: RepositoryRef, number: number): Promise<Reconciled>;
  /** Looks at every open run of a repository, and opens the starts that are due; runs that need something go to `look`. */
  sweep(ref: RepositoryRef, look?: (number: number) => Promise<unknown>): Promise<Swept>;
  /** The records of every run a repository ever had. */
  collect(ref: RepositoryRef): Promise<RunsFile>;
  /** The records of those that can be read. */
  records(ref: RepositoryRef): Promise<RunRecord[]>;
  /** Notes what an event says was put below a run or taken off it: reads may show it later. */
  heardOf(repository: Pick<RepositoryRef, "owner" | "name">, run: number, step: HeardStep): void;
  readonly now: Clock;
  /** Whether an account is the bot's own, by its database id, as far as the bot has learnt it from GitHub. */
  isOurselves(account: number): boolean;
}

/**
 * Keeps what can be kept between two looks: the handbook at a commit, the bot's own account, and for a minute what GitHub has
 * confirmed. Nothing is lost with them.
 */
export function createRuns({
  handbookRoot,
  now,
  seal,
  elapsed = () => performance.now(),
  decide,
}: RunsOptions): Runs {
  const confirmed = new Map<string, ConfirmedWrites>();
  const clients = new Map<string, GraphqlClient>();
  const repositories = new Map<string, ReturnType<typeof createGitHubRepository>>();
  let viewer: Viewer | undefined;

  function repositoryOf({ owner, name, octokit }: RepositoryRef) {
    const key = `${owner}/${name}`;
    clients.set(key, graphqlOf(octokit));
    const known = repositories.get(key);
    if (known) return known;
    // Every piece of work brings a client with a fresh token; the repository always uses the newest one.
    const newest: GraphqlClient = (...request) => (clients.get(key) ?? graphqlOf(octokit))(...request);
    const repository = createGitHubRepository({
      graphql: newest,
      name: { owner, name },
      root: handbookRoot,
      seal,
      now,
      onViewer: (seen) => {
        viewer = seen;
      },
    });
    repositories.set(key, repository);
    return repository;
  }

  const lookOnce: Runs["lookOnce"] = (ref, number) =>
    reconcile(repositoryOf(ref), number, now, confirmedIn(ref), decide);

  function confirmedIn(ref: Pick<RepositoryRef, "owner" | "name">): ConfirmedWrites {
    const key = `${ref.owner}/${ref.name}`;
    const known = confirmed.get(key) ?? createConfirmedWrites(elapsed);
    confirmed.set(key, known);
    return known;
  }

  async function look(ref: RepositoryRef, number: number): Promise<Reconciled> {
    const result = await lookOnce(ref, number);
    for (const related of result.related) await look(ref, related);
    return result;
  }

  return {
    lookOnce,
    look,
    sweep: (ref, lookAt = (number) => look(ref, number)) => sweep(repositoryOf(ref), lookAt, now, decide),
    collect: (ref) => collectRuns(repositoryOf(ref), now()),
    records: (ref) => readableRecords(repositoryOf(ref), now()),
    heardOf(repository, run, { issue, isThere }) {
      if (isThere) confirmedIn(repository).expectStep(run, issue, now());
      else confirmedIn(repository).expectNoStep(run, issue);
    },
    now,
    isOurselves: (account) => viewer?.is(account) ?? false,
  };
}
