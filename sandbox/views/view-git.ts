import { encodePath } from "../http/decode-component.ts";
import { gitNodeId } from "../state/git/git-node-id.ts";
import type { BlobEntry, Entry, TreeEntry } from "../state/git/read-tree.ts";
import type { Commit } from "../state/types.ts";
import { viewAccount } from "./view-account.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";

const unsigned = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** A commit as the "repos" half of the API shows it. */
export function viewCommit(commit: Commit, context: ViewContext): View {
  const url = `${repositoryApi(context)}/commits/${commit.sha}`;
  const author = viewAccount(commit.author, context);
  return {
    sha: commit.sha,
    node_id: gitNodeId("commit", commit.sha),
    url,
    html_url: `${context.urls.repository(context.state.repository)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${repositoryApi(context)}/git/commits/${commit.sha}`,
      author: viewSignature(commit),
      committer: viewSignature(commit),
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.treeSha, url: `${repositoryApi(context)}/git/trees/${commit.treeSha}` },
      verification: unsigned,
    },
    author,
    committer: author,
    parents: viewParents(commit, context, "commits"),
  };
}

/** A commit as the "git" half of the API shows it. */
export function viewGitCommit(commit: Commit, context: ViewContext): View {
  return {
    sha: commit.sha,
    node_id: gitNodeId("commit", commit.sha),
    url: `${repositoryApi(context)}/git/commits/${commit.sha}`,
    html_url: `${context.urls.repository(context.state.repository)}/commit/${commit.sha}`,
    author: viewSignature(commit),
    committer: viewSignature(commit),
    message: commit.message,
    tree: { sha: commit.treeSha, url: `${repositoryApi(context)}/git/trees/${commit.treeSha}` },
    parents: viewParents(commit, context, "git/commits"),
    verification: unsigned,
  };
}

export function viewTree(tree: TreeEntry, recursive: boolean, context: ViewContext): View {
  return {
    sha: tree.sha,
    url: `${repositoryApi(context)}/git/trees/${tree.sha}`,
    truncated: false,
    tree: listEntries(tree, recursive, "").map(({ entry, path }) => ({
      path,
      mode: entry.type === "tree" ? "040000" : "100644",
      type: entry.type,
      sha: entry.sha,
      url: `${repositoryApi(context)}/git/${entry.type}s/${entry.sha}`,
      ...(entry.type === "blob" && { size: entry.byteSize }),
    })),
  };
}

export function viewBlob(blob: BlobEntry, context: ViewContext): View {
  return {
    sha: blob.sha,
    node_id: gitNodeId("blob", blob.sha),
    url: `${repositoryApi(context)}/git/blobs/${blob.sha}`,
    size: blob.byteSize,
    encoding: "base64",
    content: base64(blob.text),
  };
}

/** A file with its content, or a folder's list, as the contents API shows them at a commit. */
export function viewContent(entry: Entry, commit: Commit, context: ViewContext): View | View[] {
  if (entry.type === "tree") return entry.entries.map((child) => viewContentItem(child, commit, context));
  return { ...viewContentItem(entry, commit, context), encoding: "base64", content: base64(entry.text) };
}

function viewContentItem(entry: Entry, commit: Commit, context: ViewContext): View {
  const path = encodePath(entry.path);
  const self = `${repositoryApi(context)}/contents/${path}?ref=${commit.sha}`;
  const git = `${repositoryApi(context)}/git/${entry.type}s/${entry.sha}`;
  const kind = entry.type === "tree" ? "tree" : "blob";
  const html = `${context.urls.repository(context.state.repository)}/${kind}/${commit.sha}/${path}`;
  return {
    type: entry.type === "tree" ? "dir" : "file",
    name: entry.name,
    path: entry.path,
    sha: entry.sha,
    size: entry.type === "blob" ? entry.byteSize : 0,
    url: self,
    git_url: git,
    html_url: html,
    download_url:
      entry.type === "tree"
        ? null
        : `${context.urls.repository(context.state.repository)}/raw/${commit.sha}/${path}`,
    _links: { self, git, html },
  };
}

const viewSignature = ({ author, committedAt }: Commit): View => ({
  name: author.name,
  email: `${author.login}@users.noreply.github.com`,
  date: committedAt,
});

const viewParents = (commit: Commit, context: ViewContext, kind: string): View[] =>
  commit.parentSha === null
    ? []
    : [
        {
          sha: commit.parentSha,
          url: `${repositoryApi(context)}/${kind}/${commit.parentSha}`,
          html_url: `${context.urls.repository(context.state.repository)}/commit/${commit.parentSha}`,
        },
      ];

function listEntries(tree: TreeEntry, recursive: boolean, prefix: string): { entry: Entry; path: string }[] {
  return tree.entries.flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    const inside = recursive && entry.type === "tree" ? listEntries(entry, true, `${path}/`) : [];
    return [{ entry, path }, ...inside];
  });
}

/** GitHub breaks base64 into lines of sixty characters. */
const base64 = (text: string): string => Buffer.from(text).toString("base64").replace(/.{60}/g, "$&\n");
