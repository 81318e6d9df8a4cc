import { Octokit } from "@octokit/rest";
import type { GraphqlClient } from "../bot/github/graphql-client.ts";
import { graphqlOf } from "../bot/github/octokit-class.ts";
import { githubPolicy, requestPolicy } from "../bot/github/request-policy.ts";
import { createMemoryPace } from "../bot/pace/memory-pace.ts";
import { gitHubLimits } from "../bot/pace/take-turn.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** The option of every command that talks to GitHub. */
export const repositoryOption = ["--repository <owner/name>", "the repository the runs are in"] as const;

/** What the help of such a command says below its options; `may` is what the token is for, and when none is needed. */
export const githubHelp = (may: string): string => `
Needs the environment variable GITHUB_TOKEN: a token that may ${may}.
Where --repository is left out, GITHUB_REPOSITORY or handbook.yml names the repository. GITHUB_API_URL is the address of
a GitHub other than github.com.`;

/** A repository on GitHub, and a client that may read and write it. */
export interface GithubTarget {
  readonly owner: string;
  readonly name: string;
  readonly octokit: Octokit;
  readonly graphql: GraphqlClient;
}

/**
 * Where a command finds GitHub: the repository from `--repository`, else from the handbook or GITHUB_REPOSITORY; the
 * token from GITHUB_TOKEN; the address from GITHUB_API_URL, else github.com.
 */
export function githubTarget(
  asked: string | undefined,
  known: string | undefined,
  { env }: Terminal,
): GithubTarget {
  const repository = asked ?? env["GITHUB_REPOSITORY"] ?? known;
  const [owner, name, ...rest] = repository?.split("/") ?? [];
  if (!owner || !name || rest.length > 0) {
    throw new UsageError(
      "No repository is named, expected `owner/name`; give it with --repository or in handbook.yml.",
    );
  }
  const token = env["GITHUB_TOKEN"];
  if (!token) {
    throw new UsageError(
      "GITHUB_TOKEN is not set, expected a token that may read the repository's issues; set it first.",
    );
  }
  const WithPolicy = Octokit.plugin(
    requestPolicy(githubPolicy, { store: createMemoryPace(), limits: gitHubLimits }),
  );
  const baseUrl = env["GITHUB_API_URL"];
  const octokit = new WithPolicy({ auth: token, ...(baseUrl && { baseUrl }) });
  return { owner, name, octokit, graphql: graphqlOf(octokit) };
}
