/** A pull request, what it changes, and what the bot has said on it. */
export const pullRequestDocument = `query PullRequest($owner: String!, $name: String!, $number: Int!, $files: String, $comments: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      state
      headRefOid
      baseRefName
      files(first: 100, after: $files) {
        pageInfo { hasNextPage endCursor }
        nodes { path }
      }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId viewerDidAuthor body }
      }
    }
  }
}`;
