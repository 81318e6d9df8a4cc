import { actorFields } from "./fragments.ts";

/**
 * What people do about the handbook itself: open proposals, what people were asked to read and have, and what was merged lately with what the
 * bot said on it.
 */
export const activityDocument = `query Activity($owner: String!, $name: String!, $proposals: String!, $readings: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    databaseId
    defaultBranchRef { target { oid } }
    issues(labels: [$proposals], states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number url title body createdAt }
    }
    readings: issues(labels: [$readings], states: CLOSED, first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        id
        number
        body
        stateReason
        closedAt
        author { ...ActorFields }
        lastEditedAt
        editor { ...ActorFields }
        closings: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) { nodes { ... on ClosedEvent { actor { login } } } }
      }
    }
    pullRequests(states: MERGED, first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        number
        headRefOid
        mergeCommit { oid }
        comments(first: 50) { nodes { id body author { ...ActorFields } lastEditedAt editor { ...ActorFields } } }
      }
    }
  }
}
${actorFields}`;
