import type { Commit } from "../state/types.ts";
import type { View, ViewContext } from "../views/view-context.ts";

/** What a push adds to its webhook. */
export function viewPush(before: Commit, after: Commit, context: ViewContext): View {
  const repositoryUrl = context.urls.repository(context.state.repository);
  const person = {
    name: after.author.name,
    email: `${after.author.login.replace("[bot]", "")}@users.noreply.github.com`,
    username: after.author.login,
  };
  const commit = {
    id: after.sha,
    tree_id: after.treeSha,
    distinct: true,
    message: after.message,
    timestamp: after.committedAt,
    url: `${repositoryUrl}/commit/${after.sha}`,
    author: person,
    committer: person,
    ...changedPaths(before.files, after.files),
  };
  return {
    ref: `refs/heads/${context.state.repository.defaultBranch}`,
    before: before.sha,
    after: after.sha,
    base_ref: null,
    compare: `${repositoryUrl}/compare/${before.sha.slice(0, 12)}...${after.sha.slice(0, 12)}`,
    created: false,
    deleted: false,
    forced: false,
    commits: [commit],
    head_commit: commit,
    pusher: { name: person.username, email: person.email },
  };
}

function changedPaths(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    modified: [...after.keys()].filter((path) => before.has(path) && before.get(path) !== after.get(path)),
  };
}
