import type { Seal } from "../core/run/index.ts";
import { createGitHubRepository } from "./github/github-repository.ts";
import type { GraphqlClient } from "./github/graphql-client.ts";
import { graphqlOf } from "./github/octokit-class.ts";
import type { Viewer } from "./github/viewer.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import { type Swept, sweep } from "./sweep.ts";

/** What the runs are told by whoever starts the bot. */
export interface RunsOptions {
  /** Folder of the handbook in the repository. */
  readonly handbookRoot: string;
  /** The moment now, as an ISO instant. */
  readonly now: () => string;
  /** What the notes on runs are signed with; without it they are told by who wrote them last. */
  readonly seal?: Seal | undefined;
}

/** A repository and the client to reach it with. */
export interface RepositoryRef {
  readonly owner: string;
  readonly name: string;
  readonly octokit: Parameters<typeof graphqlOf>[0];
}

/** The runs of every repository the bot looks after. */
export interface Runs {
  /** Looks at one run, and at those above and below it, and brings them to where they should be. */
  look(ref: RepositoryRef, number: number): Promise<Reconciled>;
  /** Looks at every open run of a repository, and opens the starts that are due. */
  sweep(ref: RepositoryRef): Promise<Swept>;
  /** Whether an account is the bot's own, by its database id, as far as the bot has learnt it from GitHub. */
  isOurselves(account: number): boolean;
}

/**
 * Keeps what can be kept between two looks: the handbook at a commit, and the bot's own account. Both only save
 * requests; nothing is lost with them.
 */
export function createRuns({ handbookRoot, now, seal }: RunsOptions): Runs {
  const clients = new Map<string, GraphqlClient>();
  const repositories = new Map<string, ReturnType<typeof createGitHubRepository>>();
  let viewer: Viewer | undefined;

  function repositoryOf({ owner, name, octokit }: RepositoryRef): ReturnType<typeof createGitHubRepository> {
    const key = keyOf({ owner, name });
    clients.set(key, graphqlOf(octokit));
    const known = repositories.get(key);
    if (known) return known;
    // Every event brings a client with a fresh token; the repository always uses the newest one.
    const newest: GraphqlClient = (document, variables) =>
      (clients.get(key) ?? graphqlOf(octokit))(document, variables);
    const repository = createGitHubRepository({
      graphql: newest,
      name: { owner, name },
      root: handbookRoot,
      seal,
      onViewer: (seen) => {
        viewer = seen;
      },
    });
    repositories.set(key, repository);
    return repository;
  }

  const look = oneAtATime<string, Reconciled>(async (key) => {
    const [name = "", number = ""] = key.split("#");
    const repository = repositories.get(name);
    if (!repository) throw new Error(`The repository ${name} was looked at before it was known.`);
    return reconcile(repository, Number(number), now);
  });

  // Runs above and below follow after the run itself is free again, until nothing more is written in any of them.
  async function lookAtAll(ref: RepositoryRef, number: number): Promise<Reconciled> {
    repositoryOf(ref);
    const result = await look(`${keyOf(ref)}#${number}`);
    for (const related of result.related) await lookAtAll(ref, related);
    return result;
  }

  return {
    look: lookAtAll,
    sweep: (ref) => sweep(repositoryOf(ref), (number) => lookAtAll(ref, number), now),
    isOurselves: (account) => viewer?.is(account) ?? false,
  };
}

function keyOf({ owner, name }: Pick<RepositoryRef, "owner" | "name">): string {
  return `${owner}/${name}`;
}
