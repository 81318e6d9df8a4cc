/** An issue in which somebody proposes a change, all that was said on it, and what was opened from its branch. */
export const proposalDocument = `query Proposal($owner: String!, $name: String!, $number: Int!, $branch: String!, $comments: String) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    issue(number: $number) {
      title
      body
      state
      lastEditedAt
      author { login ... on User { databaseId } }
      labels(first: 50) { nodes { name } }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId viewerDidAuthor body createdAt author { login } }
      }
    }
    pullRequests(headRefName: $branch, first: 20) { nodes { number state isCrossRepository } }
  }
}`;
