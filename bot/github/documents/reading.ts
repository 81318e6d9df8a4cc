import { actorFields } from "./fragments.ts";

/** The issues that ask people to read, changed since a moment, newest first. */
export const readingsDocument = `query Readings($owner: String!, $name: String!, $label: String!, $since: DateTime, $after: String) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    databaseId
    issues(first: 100, after: $after, labels: [$label], filterBy: { since: $since }, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        number
        state
        stateReason
        closedAt
        body
        author { ...ActorFields }
        lastEditedAt
        editor { ...ActorFields }
        closings: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) { nodes { ... on ClosedEvent { actor { login } } } }
      }
    }
  }
}
${actorFields}`;

/** One issue that asks somebody to read, who changed its text last, and what the bot has said on it. */
export const readingDocument = `query Reading($owner: String!, $name: String!, $number: Int!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    databaseId
    issue(number: $number) {
      id
      number
      state
      body
      author { ...ActorFields }
      lastEditedAt
      editor { ...ActorFields }
      comments(last: 100) { nodes { databaseId viewerDidAuthor body } }
    }
  }
}
${actorFields}`;

/** The newest commit of the branch that counts. */
export const newestCommitDocument = `query NewestCommit($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    databaseId
    url
    defaultBranchRef { name target { oid } }
  }
}`;

/** When each file was last changed, as seen from a commit. */
export function lastChangesDocument(files: number): string {
  const parameters = Array.from({ length: files }, (_, index) => `$path${index}: String!`).join(", ");
  const fields = Array.from(
    { length: files },
    (_, index) => `p${index}: history(first: 1, path: $path${index}) { nodes { committedDate } }`,
  ).join(" ");
  return `query LastChanges($owner: String!, $name: String!, $commit: String!, ${parameters}) {
  repository(owner: $owner, name: $name) { object(expression: $commit) { ... on Commit { ${fields} } } }
}`;
}
