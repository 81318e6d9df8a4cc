import type { Account, Comment, Repository } from "./state/types.ts";

/** Addresses in the shape of GitHub Enterprise Server, so that Octokit's rules for `…/api/v3` hold. */
export interface Urls {
  /** An address of the REST API; `path` starts with a slash. */
  readonly api: (path: string) => string;
  readonly graphql: () => string;
  /** An address of the web pages; `path` starts with a slash. */
  readonly web: (path: string) => string;
  readonly account: (account: Account) => string;
  readonly repository: (repository: Repository) => string;
  readonly issue: (repository: Repository, number: number) => string;
  readonly pull: (repository: Repository, number: number) => string;
  readonly comment: (repository: Repository, comment: Comment) => string;
}

/** `origin` is asked each time, as the port is known only after listening. */
export function createUrls(origin: () => string, basePath: string): Urls {
  const web = (path: string) => `${origin()}${basePath}${path}`;
  const repositoryUrl = (repository: Repository) => web(`/${repository.fullName}`);
  return {
    api: (path) => web(`/api/v3${path}`),
    graphql: () => web("/api/graphql"),
    web,
    account: (account) =>
      web(account.type === "Bot" ? `/apps/${account.login.replace("[bot]", "")}` : `/${account.login}`),
    repository: repositoryUrl,
    issue: (repository, number) => `${repositoryUrl(repository)}/issues/${number}`,
    pull: (repository, number) => `${repositoryUrl(repository)}/pull/${number}`,
    comment: (repository, comment) =>
      `${repositoryUrl(repository)}/issues/${comment.issueNumber}#issuecomment-${comment.id}`,
  };
}

/** The path part of an address, for GraphQL's `resourcePath`. */
export function pathOf(url: string): string {
  const { pathname, hash } = new URL(url);
  return `${pathname}${hash}`;
}
