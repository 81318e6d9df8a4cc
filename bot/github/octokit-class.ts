import { ProbotOctokit } from "probot";
import { WriteRefused } from "../ports/run-repository.ts";
import type { GraphqlClient, RequestHints } from "./graphql-client.ts";
import { type RequestPolicy, requestPolicy, type SharedPace } from "./request-policy.ts";

/**
 * Probot's Octokit with our own policy in place of its throttling and retries, which repeat a write whose answer was
 * lost and wait three seconds before each issue. The options have to be given by a function: Probot overrides plain ones.
 */
export function octokitClass(policy: RequestPolicy, pace?: SharedPace): typeof ProbotOctokit {
  return ProbotOctokit.plugin(requestPolicy(policy, pace)).defaults((options: Record<string, unknown>) => ({
    ...options,
    throttle: { enabled: false },
    retry: { enabled: false },
  })) as unknown as typeof ProbotOctokit;
}

/** What the bot needs of an Octokit. */
export type GitHubClient = Pick<ProbotOctokit, "graphql" | "request">;

/** What an organisation may lack, or the bot may not see there: an answer without it is as good. */
const optionalFields: readonly string[] = ["issueFields", "issueTypes"];

/**
 * The GraphQL side of an Octokit. An answer in which only optional fields failed is an answer, with nothing in them; so is one
 * to a question about something that is not there.
 */
export function graphqlOf(octokit: Pick<ProbotOctokit, "graphql">): GraphqlClient {
  return async <T>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    hints: RequestHints = {},
  ) => {
    try {
      return await octokit.graphql<T>(document, { ...variables, request: hints });
    } catch (error) {
      const { data, errors } = error as {
        data?: T | null;
        errors?: readonly { type?: string; path?: readonly unknown[] }[];
      };
      const isWrite = document.startsWith("mutation");
      const isAnswer = errors?.every(
        ({ type, path }) =>
          (type === "NOT_FOUND" && !isWrite) || path?.some((part) => optionalFields.includes(String(part))),
      );
      if (data && isAnswer) return data;
      if (errors && isWrite) throw new WriteRefused((error as Error).message, { cause: error });
      throw error;
    }
  };
}
