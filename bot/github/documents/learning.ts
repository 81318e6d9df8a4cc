/** The newest commit, and pull requests with the text of each, newest first. */
export const learningPullsDocument = `query LearningPulls($owner: String!, $name: String!, $states: [PullRequestState!], $after: String) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    pullRequests(states: $states, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number url state closedAt body headRefName headRefOid isCrossRepository viewerDidAuthor author { __typename } }
    }
  }
}`;
