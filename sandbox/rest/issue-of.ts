import { findComment } from "../state/find-comment.ts";
import { findIssue } from "../state/find-issue.ts";
import { Refusal } from "../state/refusal.ts";
import type { Comment, GitHubState, Issue } from "../state/types.ts";
import type { RestRequest } from "./rest-request.ts";

/** The issue the address names. */
export function issueOf({ act, parameters }: RestRequest): Issue {
  return findIssue(act.state, Number(parameters["issue_number"]));
}

/** The issue with this database id, as bodies name issues. */
export function issueWithId(state: GitHubState, id: number): Issue {
  const issue = [...state.issues.values()].find((candidate) => candidate.id === id);
  if (issue === undefined) throw new Refusal("not-found", "Not Found");
  return issue;
}

/** The comment the address names, with its issue. */
export function commentOf({ act, parameters }: RestRequest): { issue: Issue; comment: Comment } {
  const found = findComment(act.state, ({ id }) => id === Number(parameters["comment_id"]));
  if (found === undefined) throw new Refusal("not-found", "Not Found");
  return found;
}
