import type { GitHubClient } from "./octokit-class.ts";

/** One REST request, by its route as GitHub's description names it. */
export type RestClient = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: unknown }>;

/** The REST side of an Octokit. What it answers is unknown until a schema has read it. */
export function restOf(octokit: Pick<GitHubClient, "request">): RestClient {
  return (route, parameters) => octokit.request(route, parameters);
}
