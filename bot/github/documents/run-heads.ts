import { repositoryFields } from "./observe-run.ts";

/** What tells how large a page a run needs: a point for a hundred runs. */
export const headFields = `fragment HeadFields on Issue {
  id
  number
  subIssuesSummary { total }
  issueDependenciesSummary { totalBlockedBy }
}`;

/** The runs of a repository, oldest first, with what the repository allows. */
export const runHeadsDocument = `query RunHeads($owner: String!, $name: String!, $label: String!, $states: [IssueState!], $after: String) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    ...RepositoryFields
    issues(labels: [$label], states: $states, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...HeadFields }
    }
  }
}
${repositoryFields}
${headFields}`;

/** Runs that are over, newest first, with what tells which process each followed. */
export const newestRunHeadsDocument = `query NewestRunHeads($owner: String!, $name: String!, $label: String!, $after: String) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    ...RepositoryFields
    issues(labels: [$label], states: CLOSED, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...HeadFields body stateReason }
    }
  }
}
${repositoryFields}
${headFields}`;

/** What tells whether a run is as it was: when each of its issues and their comments were changed last, and what it is part of. A point for a hundred issues. */
export const runMarksDocument = `query RunMarks($runs: [ID!]!, $steps: Int!, $blockers: Int!) {
  nodes(ids: $runs) {
    ... on Issue {
      number
      ...MarkFields
      parent { number repository { databaseId } }
      waitsFor: blockedBy(first: $blockers) { nodes { id updatedAt } }
      subIssues(first: $steps) { nodes { ...MarkFields } }
    }
  }
}
fragment MarkFields on Issue {
  id
  updatedAt
  comments(last: 100) { nodes { id updatedAt isMinimized } }
}`;
