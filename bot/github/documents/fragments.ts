/** What is read of every comment. */
export const commentFields = `fragment CommentFields on IssueComment {
  id
  fullDatabaseId
  author { __typename login }
  viewerDidAuthor
  body
  createdAt
  lastEditedAt
  editor { __typename login }
  reactionGroups { content viewerHasReacted }
}`;

/** What is read of every issue of a run. */
export const issueFields = `fragment IssueFields on Issue {
  id
  number
  url
  title
  body
  author { __typename login }
  viewerDidAuthor
  lastEditedAt
  editor { __typename login }
  state
  stateReason
  createdAt
  closedAt
  labels(first: 50) { nodes { name } }
  assignees(first: 10) { nodes { login } }
  blockedBy(first: 50) { nodes { number } }
  closings: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) {
    filteredCount
    nodes { ... on ClosedEvent { createdAt actor { __typename login } } }
  }
  reopenings: timelineItems(itemTypes: [REOPENED_EVENT], last: 1) {
    filteredCount
    nodes { ... on ReopenedEvent { createdAt actor { __typename login } } }
  }
  assignments: timelineItems(itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT], last: 1) {
    nodes {
      ... on AssignedEvent { createdAt actor { __typename login } }
      ... on UnassignedEvent { createdAt actor { __typename login } }
    }
  }
  comments(first: 100) {
    pageInfo { hasNextPage endCursor }
    nodes { ...CommentFields }
  }
}`;
