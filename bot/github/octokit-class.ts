import { ProbotOctokit } from "probot";
import type { GraphqlClient } from "./graphql-client.ts";
import { type RequestPolicy, requestPolicy } from "./request-policy.ts";

/**
 * Probot's Octokit with our own policy in place of its throttling and retries, which repeat a write whose answer was
 * lost and wait three seconds before each issue. The options have to be given by a function: Probot overrides plain ones.
 */
export function octokitClass(policy: RequestPolicy): typeof ProbotOctokit {
  return ProbotOctokit.plugin(requestPolicy(policy)).defaults((options: Record<string, unknown>) => ({
    ...options,
    throttle: { enabled: false },
    retry: { enabled: false },
  })) as unknown as typeof ProbotOctokit;
}

/** The GraphQL side of an Octokit. */
export function graphqlOf(octokit: Pick<ProbotOctokit, "graphql">): GraphqlClient {
  return (document, variables) => octokit.graphql(document, { ...variables });
}
