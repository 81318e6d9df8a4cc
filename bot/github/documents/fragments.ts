/** Who did something: a login may pass to another account, the database id never does. */
export const actorFields = `fragment ActorFields on Actor {
  __typename
  login
  ... on User { databaseId }
  ... on Bot { databaseId }
}`;

/** What is read of every comment. */
export const commentFields = `fragment CommentFields on IssueComment {
  id
  fullDatabaseId
  author { ...ActorFields }
  viewerDidAuthor
  body
  createdAt
  updatedAt
  lastEditedAt
  editor { ...ActorFields }
  isMinimized
  reactionGroups { content viewerHasReacted }
}`;

/** What is read of every issue of a run. */
export const issueFields = `fragment FieldName on IssueFields {
  ... on IssueFieldDate { name }
}
fragment IssueFields on Issue {
  id
  number
  repository { databaseId }
  url
  title
  body
  author { ...ActorFields }
  viewerDidAuthor
  lastEditedAt
  editor { ...ActorFields }
  state
  stateReason
  createdAt
  updatedAt
  closedAt
  labels(first: 50) { nodes { name } }
  assignees(first: 10) { nodes { login databaseId } }
  blockedBy(first: 50) { nodes { number repository { databaseId } } }
  closings: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) {
    filteredCount
    nodes { ... on ClosedEvent { createdAt actor { ...ActorFields } } }
  }
  reopenings: timelineItems(itemTypes: [REOPENED_EVENT], last: 1) {
    filteredCount
    nodes { ... on ReopenedEvent { createdAt actor { ...ActorFields } } }
  }
  assignments: timelineItems(itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT], last: 1) {
    nodes {
      ... on AssignedEvent { createdAt actor { ...ActorFields } }
      ... on UnassignedEvent { createdAt actor { ...ActorFields } }
    }
  }
  datings: timelineItems(itemTypes: [ISSUE_FIELD_ADDED_EVENT, ISSUE_FIELD_CHANGED_EVENT, ISSUE_FIELD_REMOVED_EVENT], last: 5) {
    nodes {
      ... on IssueFieldAddedEvent { createdAt actor { ...ActorFields } issueField { ...FieldName } value }
      ... on IssueFieldChangedEvent { createdAt actor { ...ActorFields } issueField { ...FieldName } value: newValue }
      ... on IssueFieldRemovedEvent { createdAt actor { ...ActorFields } issueField { ...FieldName } }
    }
  }
  comments(first: 100) {
    pageInfo { hasNextPage endCursor }
    nodes { ...CommentFields }
  }
}`;
