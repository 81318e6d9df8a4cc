/** What people do about the handbook itself: open proposals, and what was merged lately with what the bot said on it. */
export const activityDocument = `query Activity($owner: String!, $name: String!, $label: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { oid } }
    issues(labels: [$label], states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number url title body createdAt }
    }
    pullRequests(states: MERGED, first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        headRefOid
        mergeCommit { oid }
        comments(first: 50) { nodes { body author { __typename } } }
      }
    }
  }
}`;
