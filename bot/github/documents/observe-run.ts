import { actorFields, commentFields, issueFields } from "./fragments.ts";
import { handbookFields } from "./read-handbook.ts";

export const repositoryFields = `fragment RepositoryFields on Repository {
  id
  databaseId
  nameWithOwner
  url
  defaultBranchRef { name target { oid } }
  labels(first: 100, query: "handrail") { nodes { id name } }
  assignableUsers(first: 100) {
    pageInfo { hasNextPage }
    nodes { id databaseId login }
  }
  issueTypes(first: 25) { nodes { id name } }
  owner { ... on Organization { issueFields(first: 50) { nodes { ... on IssueFieldDate { id name } } } } }
}`;

const runFields = `fragment RunFields on Issue {
  ...IssueFields
  parent { number repository { databaseId } }
  waitsFor: blockedBy(first: $blockers) {
    pageInfo { hasNextPage }
    nodes {
      id
      updatedAt
      number
      repository { databaseId }
      title
      state
      closedAt
      parent { id }
      closings: timelineItems(itemTypes: [CLOSED_EVENT], last: 1) {
        nodes { ... on ClosedEvent { actor { ...ActorFields } } }
      }
    }
  }
  subIssues(first: $steps) {
    pageInfo { hasNextPage endCursor }
    nodes { ...IssueFields }
  }
}`;

/** What was put below a run last, asked for where one is looked at by itself: a sweep writes nothing. */
const joiningFields = `fragment JoiningFields on Issue {
  joinings: timelineItems(itemTypes: [SUB_ISSUE_ADDED_EVENT, SUB_ISSUE_REMOVED_EVENT], last: 5) {
    nodes {
      __typename
      ... on SubIssueAddedEvent { createdAt subIssue { number repository { databaseId } } }
      ... on SubIssueRemovedEvent { createdAt subIssue { number repository { databaseId } } }
    }
  }
}`;

/** One run issue with its first steps, what the repository allows, and the newest handbook's folder where that is not known. */
export const observeRunDocument = `query ObserveRun($owner: String!, $name: String!, $number: Int!, $steps: Int!, $blockers: Int!, $folder: String!, $withHandbook: Boolean!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    ...RepositoryFields
    issue(number: $number) { ...RunFields ...JoiningFields }
    handbook: object(expression: $folder) @include(if: $withHandbook) { ...HandbookFields }
  }
}
${handbookFields}
${repositoryFields}
${runFields}
${joiningFields}
${issueFields}
${commentFields}
${actorFields}`;

/** Some runs, each with its first steps. */
export const observeRunsDocument = `query ObserveRuns($runs: [ID!]!, $steps: Int!, $blockers: Int!) {
  nodes(ids: $runs) { ... on Issue { ...RunFields } }
}
${runFields}
${issueFields}
${commentFields}
${actorFields}`;

/** More steps of a run than one page holds. */
export const moreStepsDocument = `query MoreSteps($run: ID!, $steps: Int!, $after: String!) {
  node(id: $run) {
    ... on Issue {
      subIssues(first: $steps, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ...IssueFields }
      }
    }
  }
}
${issueFields}
${commentFields}
${actorFields}`;

/** The newest issues of runs, open and closed, to see whether one was opened before. */
export const newestRunsDocument = `query NewestRuns($owner: String!, $name: String!, $label: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    id
    databaseId
    issues(labels: [$label], first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number state body viewerDidAuthor createdAt author { login } subIssuesSummary { total } }
    }
    label(name: $label) { id }
  }
}`;

/** More comments of an issue than one page holds. */
export const moreCommentsDocument = `query MoreComments($issue: ID!, $after: String!) {
  node(id: $issue) {
    ... on Issue {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ...CommentFields }
      }
    }
  }
}
${commentFields}
${actorFields}`;

/** Who reacted to issues and comments, the first of each; a point for a hundred of them. */
export const reactionsDocument = `query Reactions($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue { id reactions(first: 20) { nodes { createdAt user { login databaseId } } } }
    ... on IssueComment { id reactions(first: 20) { nodes { createdAt user { login databaseId } } } }
  }
}`;

/** Earlier texts of issues and comments of ours that somebody changed; the newest first. */
export const textEditsDocument = `query TextEdits($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment { id userContentEdits(first: 50) { nodes { editor { ...ActorFields } diff } } }
    ... on Issue { id userContentEdits(first: 50) { nodes { editor { ...ActorFields } diff } } }
  }
}
${actorFields}`;

/** Who put these issues below the one above them. */
export const addersDocument = `query Adders($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      id
      additions: timelineItems(itemTypes: [PARENT_ISSUE_ADDED_EVENT], last: 1) {
        nodes { ... on ParentIssueAddedEvent { actor { ...ActorFields } } }
      }
    }
  }
}
${actorFields}`;

/** Below which issues these are, and since when; of those above the first comments, among which is the bot's status. */
export const placesDocument = `query Places($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      id
      joinings: timelineItems(itemTypes: [PARENT_ISSUE_ADDED_EVENT], last: 1) {
        nodes { ... on ParentIssueAddedEvent { createdAt } }
      }
      parent {
        number
        repository { databaseId }
        state
        parent { number repository { databaseId } }
        comments(first: 20) { nodes { ...CommentFields } }
      }
    }
  }
}
${commentFields}
${actorFields}`;

/** Who changed the titles of these issues last, and when. */
export const renamesDocument = `query Renames($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      id
      renames: timelineItems(itemTypes: [RENAMED_TITLE_EVENT], last: 1) {
        nodes { ... on RenamedTitleEvent { createdAt actor { ...ActorFields } } }
      }
    }
  }
}
${actorFields}`;
