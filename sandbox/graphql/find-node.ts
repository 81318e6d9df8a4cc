import { findComment } from "../state/find-comment.ts";
import { findObject } from "../state/git/find-object.ts";
import { parseGitNodeId } from "../state/git/git-node-id.ts";
import { allows } from "../state/permissions.ts";
import type { Account, Act, Comment, GitHubState, Issue, IssueType, Label } from "../state/types.ts";
import { GraphqlRefusal } from "./graphql-refusal.ts";

/** The record with this global id, of any kind; undefined when there is none. */
export function findNode(state: GitHubState, id: string): unknown {
  const git = parseGitNodeId(id);
  if (git !== undefined) return state.commits.find(({ sha }) => sha === git) ?? findObject(state, git);
  const has = (record: { readonly nodeId: string }) => record.nodeId === id;
  return (
    everyIssue(state).find(has) ??
    findComment(state, has)?.comment ??
    [...state.accounts.values()].find(has) ??
    state.labels.find(has) ??
    state.issueTypes.find(has) ??
    state.issueFields.find(has) ??
    (has(state.repository) ? state.repository : undefined)
  );
}

/** Ours, and those of other repositories below them. */
const everyIssue = ({ issues }: GitHubState): Issue[] =>
  [...issues.values()].flatMap((issue) => [issue, ...issue.foreignSubIssues]);

/** Finders for mutation inputs: the record, or GitHub's error for an id that leads nowhere. */
export const issueById = (act: Act, id: string): Issue =>
  resolved(
    act,
    id,
    everyIssue(act.state).find(({ nodeId }) => nodeId === id),
  );

export const commentById = (act: Act, id: string): { issue: Issue; comment: Comment } =>
  resolved(
    act,
    id,
    findComment(act.state, ({ nodeId }) => nodeId === id),
  );

/** What people react to. */
export const reactableById = (act: Act, id: string): Issue | Comment =>
  everyIssue(act.state).find(({ nodeId }) => nodeId === id) ?? commentById(act, id).comment;

export const accountById = (act: Act, id: string): Account =>
  resolved(
    act,
    id,
    [...act.state.accounts.values()].find(({ nodeId }) => nodeId === id),
  );

export const labelById = (act: Act, id: string): Label =>
  resolved(
    act,
    id,
    act.state.labels.find(({ nodeId }) => nodeId === id),
  );

export const issueTypeById = (act: Act, id: string): IssueType =>
  resolved(
    act,
    id,
    act.state.issueTypes.find(({ nodeId }) => nodeId === id),
  );

export const checkRepositoryId = (act: Act, id: string): void => {
  resolved(act, id, act.state.repository.nodeId === id ? act.state.repository : undefined);
};

// Who may not read the repository finds nothing in it, whatever ids they know.
function resolved<Found>(act: Act, id: string, found: Found | undefined): Found {
  if (found === undefined || !allows(act.actor.permission, "read"))
    throw new GraphqlRefusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  return found;
}
