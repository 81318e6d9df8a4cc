import { isAssignable } from "../../state/assignable.ts";
import { findCommit } from "../../state/git/find-commit.ts";
import { findObject } from "../../state/git/find-object.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { findLabel } from "../../state/labels.ts";
import { allows, isInside, permissionOf } from "../../state/permissions.ts";
import type { Account, Act, Issue, Repository } from "../../state/types.ts";
import { pathOf } from "../../urls.ts";
import { nodeConnection } from "../connection.ts";
import { type Arguments, defineType, type GraphqlContext } from "../define-type.ts";
import { GraphqlRefusal } from "../graphql-refusal.ts";
import { selectIssues } from "../select-issues.ts";

export const repositoryType = defineType<Repository>({
  id: (repository) => repository.nodeId,
  databaseId: (repository) => repository.id,
  name: (repository) => repository.name,
  nameWithOwner: (repository) => repository.fullName,
  owner: (repository) => repository.owner,
  url: (repository, _args, { urls }) => urls.repository(repository),
  resourcePath: (repository, _args, { urls }) => pathOf(urls.repository(repository)),
  description: () => null,
  createdAt: (repository) => repository.createdAt,
  isPrivate: (repository) => repository.visibility === "private",
  visibility: (repository) => repository.visibility.toUpperCase(),
  isInOrganization: (repository) => repository.owner.type === "Organization",
  isArchived: () => false,
  isDisabled: () => false,
  isFork: () => false,
  isTemplate: () => false,
  isLocked: () => false,
  hasIssuesEnabled: () => true,
  isEmpty: async (_repository, _args, { head }) => (await head()).files.size === 0,
  viewerPermission: (_repository, _args, { act }) =>
    act.actor.permission === "none" ? null : act.actor.permission.toUpperCase(),
  viewerCanAdminister: (_repository, _args, { act }) => act.actor.permission === "admin",
  viewerCanSeeIssueFields: (_repository, _args, { act }) => act.state.issueFields.length > 0,

  defaultBranchRef: async (repository, _args, { head }) => ({
    name: repository.defaultBranch,
    commit: await head(),
  }),
  ref: async (_repository, { qualifiedName = "" }, { act, head }) => {
    await head();
    const name = qualifiedName.replace(/^refs\/heads\//, "");
    return act.state.branches.has(name) ? { name, commit: findCommit(act.state, name) } : null;
  },
  object: gitObject,

  issue: (_repository, { number = 0 }, { act }) => {
    const issue = act.state.issues.get(number);
    if (issue === undefined || issue.pull !== null)
      throw new GraphqlRefusal("NOT_FOUND", `Could not resolve to an Issue with the number of ${number}.`);
    return issue;
  },
  issues: (_repository, args, { act }) =>
    nodeConnection("issues", selectIssues(numbered(act, "issues"), args), args),
  pullRequest: (_repository, { number = 0 }, { act }) => {
    const issue = act.state.issues.get(number);
    if (issue === undefined || issue.pull === null)
      throw new GraphqlRefusal(
        "NOT_FOUND",
        `Could not resolve to a PullRequest with the number of ${number}.`,
      );
    return issue;
  },
  pullRequests: (_repository, args, { act }) => {
    const found = numbered(act, "pulls").filter(
      ({ pull }) =>
        (args.headRefName == null || pull?.headBranch === args.headRefName) &&
        (args.baseRefName == null || pull?.baseBranch === args.baseRefName),
    );
    return nodeConnection("pullRequests", selectIssues(found, args), args);
  },
  issueOrPullRequest: (_repository, { number = 0 }, { act }) => act.state.issues.get(number) ?? null,
  label: (_repository, { name = "" }, { act }) => findLabel(act.state, name) ?? null,
  labels: (_repository, args, { act }) => {
    const query = (args.query ?? "").toLowerCase();
    const labels = act.state.labels.filter(({ name, description }) =>
      `${name} ${description ?? ""}`.toLowerCase().includes(query),
    );
    return nodeConnection("labels", labels, args);
  },
  issueTypes: (repository, args, { act }) =>
    repository.owner.type === "Organization"
      ? nodeConnection("issueTypes", act.state.issueTypes, args)
      : null,
  issueType: (_repository, { name = "" }, { act }) =>
    act.state.issueTypes.find((type) => type.name.toLowerCase() === name.toLowerCase()) ?? null,

  assignableUsers: (_repository, args, { act }) =>
    nodeConnection(
      "assignableUsers",
      people(act, args, (account) => isAssignable(act.state, account, null)),
      args,
    ),
  mentionableUsers: (_repository, args, { act }) =>
    nodeConnection(
      "mentionableUsers",
      people(act, args, (account) => isInside(act.state, account)),
      args,
    ),
  collaborators: (_repository, args, context) => collaborators(context, args),
});

/** Issues and pull requests share their numbers, but not their lists. */
const numbered = ({ state }: Act, kind: "issues" | "pulls"): Issue[] =>
  [...state.issues.values()].filter(({ pull }) => (pull === null) === (kind === "issues"));

async function gitObject(_repository: Repository, args: Arguments, { act, head }: GraphqlContext) {
  await head();
  if (args.oid != null)
    return act.state.commits.find(({ sha }) => sha === args.oid) ?? findObject(act.state, args.oid) ?? null;
  if (args.expression == null)
    throw new GraphqlRefusal("UNPROCESSABLE", "One of `oid` or `expression` is needed to find an object.");
  const colon = args.expression.indexOf(":");
  const revision = colon === -1 ? args.expression : args.expression.slice(0, colon);
  const commit = findCommit(act.state, revision);
  if (colon === -1) return commit ?? findObject(act.state, args.expression) ?? null;
  return (commit && findEntry(commit.files, args.expression.slice(colon + 1))) ?? null;
}

function people(act: Act, { query }: Arguments, include: (account: Account) => boolean): Account[] {
  const wanted = (query ?? "").toLowerCase();
  return [...act.state.accounts.values()].filter(
    (account) =>
      account.type === "User" &&
      include(account) &&
      `${account.login} ${account.name}`.toLowerCase().includes(wanted),
  );
}

function collaborators({ act }: GraphqlContext, args: Arguments): unknown {
  // Who may push may see who else can: https://docs.github.com/en/graphql/reference/objects#repository
  if (!allows(act.actor.permission, "write")) return null;
  const accounts = people(act, args, (account) => isInside(act.state, account)).filter(
    (account) => args.login == null || account.login.toLowerCase() === args.login.toLowerCase(),
  );
  const page = nodeConnection("collaborators", accounts, args);
  return {
    ...page,
    edges: page.edges.map((edge) => ({
      ...edge,
      permission: permissionOf(act.state, edge.node).toUpperCase(),
    })),
  };
}
