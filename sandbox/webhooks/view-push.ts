import type { GitHubEvent } from "../state/events.ts";
import { changedFiles } from "../state/git/changed-files.ts";
import type { Commit } from "../state/types.ts";
import type { View, ViewContext } from "../views/view-context.ts";

const nothing = "0".repeat(40);

/** What a push adds to its webhook; a branch that is new or gone has no commits of its own. */
export function viewPush(event: Extract<GitHubEvent, { name: "push" }>, context: ViewContext): View {
  const { before, after, branch, actor } = event;
  const repositoryUrl = context.urls.repository(context.state.repository);
  const commit = after === null ? null : viewPushedCommit(before, after, repositoryUrl);
  const [from, to] = [before?.sha ?? nothing, after?.sha ?? nothing];
  return {
    ref: `refs/heads/${branch}`,
    before: from,
    after: to,
    base_ref: null,
    compare: `${repositoryUrl}/compare/${from.slice(0, 12)}...${to.slice(0, 12)}`,
    created: before === null,
    deleted: after === null,
    forced: false,
    commits: before === null || commit === null ? [] : [commit],
    head_commit: commit,
    pusher: { name: actor.account.login, email: emailOf(actor.account.login) },
  };
}

function viewPushedCommit(before: Commit | null, after: Commit, repositoryUrl: string): View {
  const { name, login } = after.author;
  const person = { name, email: emailOf(login), username: login };
  const files = before === null ? [] : changedFiles(before.files, after.files);
  const paths = (status: string) => files.filter((file) => file.status === status).map(({ path }) => path);
  return {
    id: after.sha,
    tree_id: after.treeSha,
    distinct: true,
    message: after.message,
    timestamp: after.committedAt,
    url: `${repositoryUrl}/commit/${after.sha}`,
    author: person,
    committer: person,
    added: paths("added"),
    removed: paths("removed"),
    modified: paths("modified"),
  };
}

const emailOf = (login: string): string => `${login.replace("[bot]", "")}@users.noreply.github.com`;
