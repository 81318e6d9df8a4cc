import { actorFields } from "./fragments.ts";

/** A pull request, what it changes, what the bot has said on it, and which commits the open ones propose. */
export const pullRequestDocument = `query PullRequest($owner: String!, $name: String!, $number: Int!, $files: String, $comments: String, $openPulls: String, $settings: String!, $roles: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    databaseId
    url
    workflow: object(expression: "HEAD:.github/workflows/handrail.yml") { ... on Blob { text } }
    defaultBranchRef { name }
    settings: object(expression: $settings) { oid }
    roles: object(expression: $roles) { oid }
    openPulls: pullRequests(states: OPEN, first: 100, after: $openPulls, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number headRefOid }
    }
    pullRequest(number: $number) {
      state
      mergedAt
      author { login }
      viewerDidAuthor
      body
      lastEditedAt
      editor { ...ActorFields }
      headRefOid
      baseRefName
      baseRefOid
      files(first: 100, after: $files) {
        pageInfo { hasNextPage endCursor }
        nodes { path changeType }
      }
      retargets: timelineItems(itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT], last: 1) {
        nodes {
          ... on BaseRefChangedEvent { createdAt }
          ... on AutomaticBaseChangeSucceededEvent { createdAt }
        }
      }
      reviews(last: 100, states: [APPROVED]) { nodes { author { login } submittedAt commit { oid } } }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { id databaseId body createdAt lastEditedAt author { ...ActorFields } editor { ...ActorFields } }
      }
    }
  }
}
${actorFields}`;

/** Open runs, with as little as tells which process each follows and whether it has begun. */
export const runsInFlightDocument = `query RunsInFlight($owner: String!, $name: String!, $label: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(labels: [$label], states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number body subIssuesSummary { total } }
    }
  }
}`;

/** The newest comments of an issue. */
export const newestCommentsDocument = `query NewestComments($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { comments(last: 100) { nodes { viewerDidAuthor body } } }
  }
}`;

/** The pull requests that changed last, with as little as tells whether the bot has seen each as it is. */
export const recentPullsDocument = `query RecentPulls($owner: String!, $name: String!, $settings: String!, $roles: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    settings: object(expression: $settings) { oid }
    roles: object(expression: $roles) { oid }
    openPulls: pullRequests(states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage }
      nodes { number headRefOid }
    }
    pullRequests(states: [OPEN, MERGED], first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        number
        state
        headRefOid
        baseRefName
        updatedAt
        files(first: 50) { nodes { path changeType } }
        comments(first: 50) { nodes { body lastEditedAt author { ...ActorFields } editor { ...ActorFields } } }
      }
    }
  }
}
${actorFields}`;
