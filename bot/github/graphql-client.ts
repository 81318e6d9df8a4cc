/** The one thing the bot needs of Octokit: a GraphQL call. Errors are thrown, of writes those of the port. */
export type GraphqlClient = <T>(document: string, variables: Readonly<Record<string, unknown>>) => Promise<T>;
