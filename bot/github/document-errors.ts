/**
 * Whether GitHub could not answer a document because it asked for too much: it says so, answers in part, or gives up after
 * ten seconds.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#timeouts
 */
export function isTooMuch(error: unknown): boolean {
  const { status, errors = [] } = error as GitHubError;
  if (status === 502 || status === 504) return true;
  return errors.some(
    ({ type, message = "" }) =>
      type === "RESOURCE_LIMITS_EXCEEDED" ||
      type === "MAX_NODE_LIMIT_EXCEEDED" ||
      /something went wrong while executing your query|timed? ?out/i.test(message),
  );
}

/** Whether an error is about what a document asked for, so that another one may well be answered. */
export function isOfDocument(error: unknown): boolean {
  const { status = 0, errors = [] } = error as GitHubError;
  return status >= 500 || (errors.length > 0 && errors.every(({ type }) => type !== "RATE_LIMITED"));
}

interface GitHubError {
  readonly status?: number;
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
}
