import { commentFields, issueFields } from "./fragments.ts";

/** One run issue with its steps, and what the repository allows. */
export const observeRunDocument = `query ObserveRun($owner: String!, $name: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    ...RepositoryFields
    issue(number: $number) {
      ...IssueFields
      parent { number }
      subIssues(first: 100) { nodes { ...IssueFields } }
    }
  }
}
${commentFields}
${issueFields}
fragment RepositoryFields on Repository {
  id
  nameWithOwner
  url
  defaultBranchRef { name }
  labels(first: 100, query: "handrail") { nodes { id name } }
  assignableUsers(first: 100) {
    pageInfo { hasNextPage }
    nodes { id login }
  }
  issueTypes(first: 25) { nodes { id name } }
  owner { ... on Organization { issueFields(first: 50) { nodes { ... on IssueFieldDate { id name } } } } }
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
${commentFields}`;

/** Earlier texts of comments of ours that somebody changed; the newest first. */
export const commentEditsDocument = `query CommentEdits($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment {
      id
      userContentEdits(first: 50) { nodes { editor { login } diff } }
    }
  }
}`;
