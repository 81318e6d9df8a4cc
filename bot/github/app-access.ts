import type { Probot, ProbotOctokit } from "probot";

/** A repository that an installation of the App may reach. */
export interface InstalledRepository {
  readonly account: number;
  readonly owner: string;
  readonly name: string;
}

/** What an App may reach on GitHub, and with which client. */
export interface AppAccess {
  /** The client of an installation; the only one there is, for 0. */
  clientOf(account: number): Promise<ProbotOctokit>;
  /** Every repository of every installation. An installation that fails is told, and does not stop the others. */
  repositories(onFailure: (account: number, error: unknown) => void): Promise<InstalledRepository[]>;
  /** The id of the App that GitHub takes us for. */
  ownId(): Promise<string>;
}

/** The access of a Probot. */
export function appAccess(probot: Probot): AppAccess {
  return {
    clientOf: (account) => probot.auth(account === 0 ? undefined : account),
    async repositories(onFailure) {
      const app = await probot.auth();
      const found: InstalledRepository[] = [];
      for (const { id: account, suspended_at } of await app.paginate(app.rest.apps.listInstallations)) {
        if (suspended_at) continue;
        try {
          const octokit = await probot.auth(account);
          const reached = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation);
          found.push(...reached.map(({ owner, name }) => ({ account, owner: owner.login, name })));
        } catch (error) {
          onFailure(account, error);
        }
      }
      return found;
    },
    async ownId() {
      const octokit = await probot.auth();
      const { data } = await octokit.rest.apps.getAuthenticated();
      return String(data?.id);
    },
  };
}
