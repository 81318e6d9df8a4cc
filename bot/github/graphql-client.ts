/** The one thing the bot needs of Octokit: a GraphQL call. Errors are thrown, of writes those of the port. */
export type GraphqlClient = <T>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  hints?: RequestHints,
) => Promise<T>;

/** What the pace has to know of a request and cannot tell from what is sent. */
export interface RequestHints {
  /** With it the run has all its steps, so that the next run's turn has come. */
  readonly isLastStep?: boolean;
}
