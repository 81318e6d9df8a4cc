import type { Issue } from "../state/types.ts";
import type { Arguments, IssueFilters } from "./define-type.ts";
import { GraphqlRefusal } from "./graphql-refusal.ts";

/** The issues that `states`, `labels`, `filterBy` ask for, in the order of `orderBy` (default: oldest first). */
export function selectIssues(issues: readonly Issue[], args: Arguments): Issue[] {
  const filters = args.filterBy ?? {};
  checkModelled(filters);
  const states = args.states ?? filters.states;
  const labels = args.labels ?? filters.labels;
  const found = issues.filter(
    (issue) =>
      (states == null || states.includes(stateOf(issue))) &&
      (labels == null || issue.labels.some(({ name }) => labels.includes(name))) &&
      (filters.assignee == null || matchesAssignee(issue, filters.assignee)) &&
      (filters.createdBy == null || sameLogin(issue.author.login, filters.createdBy)) &&
      (filters.since == null || issue.updatedAt >= filters.since),
  );
  const { field, direction } = args.orderBy ?? { field: "CREATED_AT", direction: "ASC" };
  const sign = direction === "DESC" ? -1 : 1;
  return found.sort(
    (a, b) => sign * compare(sortKey(a, field), sortKey(b, field)) || sign * (a.number - b.number),
  );
}

const stateOf = ({ state, pull }: Issue): string => (pull?.merged == null ? state.toUpperCase() : "MERGED");

function sortKey(issue: Issue, field: string): string | number {
  if (field === "COMMENTS") return issue.comments.length;
  return field === "UPDATED_AT" ? issue.updatedAt : issue.createdAt;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const sameLogin = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function matchesAssignee(issue: Issue, assignee: string): boolean {
  if (assignee === "*") return issue.assignees.length > 0;
  return issue.assignees.some(({ login }) => sameLogin(login, assignee));
}

const modelled = new Set(["assignee", "createdBy", "labels", "since", "states", "viewerSubscribed"]);

function checkModelled(filters: IssueFilters): void {
  const unknown = Object.keys(filters).find((key) => !modelled.has(key));
  if (unknown !== undefined)
    throw new GraphqlRefusal("NOT_MODELLED", `The sandbox does not model the issue filter ${unknown}.`);
}
