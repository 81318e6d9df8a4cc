/** The one thing the bot needs of Octokit: a GraphQL call. Errors are thrown; {@link WriteUnknown} says a write may have happened. */
export type GraphqlClient = <T>(document: string, variables: Readonly<Record<string, unknown>>) => Promise<T>;

/**
 * A write that GitHub answered with an error. Others in the same document may have been made, and somebody else may
 * have done the same a moment before; whoever asked for it reads what GitHub has and decides anew.
 */
export class WriteRefused extends Error {
  override readonly name = "WriteRefused";
}

/**
 * A write whose answer was lost: it may or may not have happened. It is never tried again as it is; whoever asked
 * for it reads what GitHub has and decides anew.
 */
export class WriteUnknown extends Error {
  override readonly name = "WriteUnknown";
}
