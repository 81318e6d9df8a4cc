import { headFields } from "./run-heads.ts";

/** Issues changed since a moment, newest change first, with as little as tells whether one is a run, or a proposal that waits for an answer. */
export const recentRunsDocument = `query RecentRuns($owner: String!, $name: String!, $since: DateTime!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, after: $after, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        ...HeadFields
        state
        body
        viewerDidAuthor
        lastEditedAt
        comments(last: 1) { nodes { viewerDidAuthor updatedAt } }
        parent { ...HeadFields state }
      }
    }
  }
}
${headFields}`;
