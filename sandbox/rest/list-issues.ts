import { Refusal } from "../state/refusal.ts";
import type { Issue } from "../state/types.ts";
import { viewIssue } from "../views/view-issue.ts";
import { paginate } from "./paginate.ts";
import type { RestAnswer, RestRequest } from "./rest-request.ts";

/** `GET …/issues`: open ones, newest first, unless the query asks otherwise. */
export function listIssues(request: RestRequest): RestAnswer {
  const { query, act, context } = request;
  const unmodelled = ["milestone", "mentioned"].find((key) => query[key] !== undefined);
  if (unmodelled !== undefined)
    throw new Refusal("unprocessable", `The sandbox does not model ${unmodelled}.`);
  const found = [...act.state.issues.values()].filter((issue) => matches(issue, query));
  const sort = query["sort"] ?? "created";
  const sign = query["direction"] === "asc" ? 1 : -1;
  found.sort((a, b) => sign * (compare(sortKey(a, sort), sortKey(b, sort)) || a.number - b.number));
  return paginate(request, found, (issue) => viewIssue(issue, context));
}

function matches(issue: Issue, query: Readonly<Record<string, string>>): boolean {
  const { state = "open", labels, assignee, creator, since, type } = query as Partial<Record<string, string>>;
  const wanted = labels?.split(",").map((name) => name.trim().toLowerCase());
  return (
    (state === "all" || issue.state === state) &&
    (wanted?.every((name) => issue.labels.some((label) => label.name.toLowerCase() === name)) ?? true) &&
    (assignee === undefined || matchesAssignee(issue, assignee)) &&
    (creator === undefined || issue.author.login.toLowerCase() === creator.toLowerCase()) &&
    (since === undefined || issue.updatedAt >= since) &&
    (type === undefined || matchesType(issue, type))
  );
}

function matchesAssignee(issue: Issue, assignee: string): boolean {
  if (assignee === "*") return issue.assignees.length > 0;
  if (assignee === "none") return issue.assignees.length === 0;
  return issue.assignees.some(({ login }) => login.toLowerCase() === assignee.toLowerCase());
}

function matchesType(issue: Issue, type: string): boolean {
  if (type === "*") return issue.type !== null;
  return type === "none" ? issue.type === null : issue.type?.name.toLowerCase() === type.toLowerCase();
}

function sortKey(issue: Issue, sort: string): string | number {
  if (sort === "comments") return issue.comments.length;
  return sort === "updated" ? issue.updatedAt : issue.createdAt;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
