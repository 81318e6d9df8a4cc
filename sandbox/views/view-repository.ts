import { findCommit } from "../state/git/find-commit.ts";
import { allows } from "../state/permissions.ts";
import type { Permission } from "../state/types.ts";
import { viewAccount } from "./view-account.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";

/** The repository as it stands inside issues and webhooks. */
export function viewRepository(context: ViewContext): View {
  const { state, urls } = context;
  const { repository } = state;
  const url = repositoryApi(context);
  const html = urls.repository(repository);
  const openIssues = [...state.issues.values()].filter((issue) => issue.state === "open").length;
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: repository.fullName,
    private: repository.visibility === "private",
    owner: viewAccount(repository.owner, context),
    html_url: html,
    description: null,
    fork: false,
    url,
    ...addresses(url),
    git_url: `git:${html.slice(html.indexOf("//"))}.git`,
    ssh_url: `git@localhost:${repository.fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    size: 0,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: openIssues,
    open_issues_count: openIssues,
    default_branch: repository.defaultBranch,
    topics: [],
    visibility: repository.visibility,
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: findCommit(state, "HEAD")?.committedAt ?? repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
  };
}

/** The long form of `GET /repos/{owner}/{repo}`. */
export function viewFullRepository(context: ViewContext, permission: Permission): View {
  return {
    ...viewRepository(context),
    permissions: viewPermissions(permission),
    network_count: 0,
    subscribers_count: 0,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    ...(context.state.repository.owner.type === "Organization" && {
      organization: viewAccount(context.state.repository.owner, context),
    }),
  };
}

export function viewPermissions(permission: Permission): View {
  return {
    admin: allows(permission, "admin"),
    maintain: allows(permission, "maintain"),
    push: allows(permission, "write"),
    triage: allows(permission, "triage"),
    pull: allows(permission, "read"),
  };
}

const plain = [
  "contributors",
  "deployments",
  "downloads",
  "events",
  "forks",
  "hooks",
  "languages",
  "merges",
  "stargazers",
  "subscribers",
  "subscription",
  "tags",
  "teams",
];

const templates: Readonly<Record<string, string>> = {
  archive: "{archive_format}{/ref}",
  assignees: "assignees{/user}",
  blobs: "git/blobs{/sha}",
  branches: "branches{/branch}",
  collaborators: "collaborators{/collaborator}",
  comments: "comments{/number}",
  commits: "commits{/sha}",
  compare: "compare/{base}...{head}",
  contents: "contents/{+path}",
  git_commits: "git/commits{/sha}",
  git_refs: "git/refs{/sha}",
  git_tags: "git/tags{/sha}",
  issue_comment: "issues/comments{/number}",
  issue_events: "issues/events{/number}",
  issues: "issues{/number}",
  keys: "keys{/key_id}",
  labels: "labels{/name}",
  milestones: "milestones{/number}",
  notifications: "notifications{?since,all,participating}",
  pulls: "pulls{/number}",
  releases: "releases{/id}",
  statuses: "statuses/{sha}",
  trees: "git/trees{/sha}",
};

function addresses(url: string): View {
  return Object.fromEntries([
    ...plain.map((name) => [`${name}_url`, `${url}/${name}`]),
    ...Object.entries(templates).map(([name, template]) => [`${name}_url`, `${url}/${template}`]),
  ]);
}
