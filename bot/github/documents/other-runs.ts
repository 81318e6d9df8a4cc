import { actorFields, commentFields } from "./fragments.ts";

/**
 * Open runs with as little as tells what they ask of people: the first comments, among which is the bot's status, and which steps
 * are over. Two points for fifty runs.
 */
export const otherRunsDocument = `query OtherRuns($owner: String!, $name: String!, $label: String!, $after: String) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    databaseId
    issues(labels: [$label], states: OPEN, first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        number
        body
        author { ...ActorFields }
        lastEditedAt
        editor { ...ActorFields }
        parent { number repository { databaseId } }
        comments(first: 20) { nodes { ...CommentFields } }
        subIssues(first: 100) { nodes { number state repository { databaseId } } }
      }
    }
  }
}
${commentFields}
${actorFields}`;
