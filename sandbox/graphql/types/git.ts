import { gitNodeId } from "../../state/git/git-node-id.ts";
import { history } from "../../state/git/history.ts";
import {
  type BlobEntry,
  type Entry,
  findEntry,
  readTree,
  type TreeEntry,
} from "../../state/git/read-tree.ts";
import type { Commit } from "../../state/types.ts";
import { connection } from "../connection.ts";
import { defineType, type GraphqlContext } from "../define-type.ts";

interface Ref {
  readonly name: string;
  readonly commit: Commit;
}

export const refType = defineType<Ref>({
  id: (ref) => gitNodeId("ref", ref.commit.sha),
  name: (ref) => ref.name,
  prefix: () => "refs/heads/",
  target: (ref) => ref.commit,
  repository: (_ref, _args, { act }) => act.state.repository,
});

export const commitType = defineType<Commit>({
  id: (commit) => gitNodeId("commit", commit.sha),
  oid: (commit) => commit.sha,
  abbreviatedOid: (commit) => commit.sha.slice(0, 7),
  message: (commit) => commit.message,
  messageHeadline: (commit) => commit.message.split("\n")[0],
  committedDate: (commit) => commit.committedAt,
  authoredDate: (commit) => commit.committedAt,
  author: (commit) => gitActor(commit),
  committer: (commit) => gitActor(commit),
  tree: (commit) => readTree(commit.files),
  url: (commit, _args, context) => commitUrl(context, commit.sha),
  commitUrl: (commit, _args, context) => commitUrl(context, commit.sha),
  repository: (_commit, _args, { act }) => act.state.repository,
  file: (commit, { path }) => findEntry(commit.files, path ?? "") ?? null,
  parents: (commit, args, { act }) =>
    connection(
      "parents",
      act.state.commits.filter(({ sha }) => sha === commit.parentSha),
      args,
      ({ sha }) => sha,
    ),
  history: (commit, args, { act }) => {
    const commits = history(act.state, commit, args.path ?? "").filter(
      ({ committedAt }) =>
        (args.since == null || committedAt >= args.since) &&
        (args.until == null || committedAt <= args.until),
    );
    return connection("history", commits, args, ({ sha }) => sha);
  },
});

export const blobType = defineType<BlobEntry>({
  id: (blob) => gitNodeId("blob", blob.sha),
  oid: (blob) => blob.sha,
  abbreviatedOid: (blob) => blob.sha.slice(0, 7),
  byteSize: (blob) => blob.byteSize,
  isBinary: () => false,
  /** GitHub cuts texts off somewhere above half a megabyte; the sandbox hands out whole ones. */
  isTruncated: () => false,
  text: (blob) => blob.text,
  repository: (_blob, _args, { act }) => act.state.repository,
});

export const treeType = defineType<TreeEntry>({
  id: (tree) => gitNodeId("tree", tree.sha),
  oid: (tree) => tree.sha,
  abbreviatedOid: (tree) => tree.sha.slice(0, 7),
  entries: (tree) => tree.entries,
  repository: (_tree, _args, { act }) => act.state.repository,
});

export const treeEntryType = defineType<Entry>({
  name: (entry) => entry.name,
  path: (entry) => entry.path,
  type: (entry) => entry.type,
  mode: (entry) => (entry.type === "tree" ? 0o40000 : 0o100644),
  oid: (entry) => entry.sha,
  size: (entry) => (entry.type === "blob" ? entry.byteSize : 0),
  extension: (entry) => /\.[^.]*$/.exec(entry.name)?.[0] ?? "",
  object: (entry) => entry,
  repository: (_entry, _args, { act }) => act.state.repository,
});

const gitActor = ({ author, committedAt }: Commit) => ({
  name: author.name,
  email: `${author.login}@users.noreply.github.com`,
  date: committedAt,
  user: author.type === "User" ? author : null,
});

const commitUrl = ({ urls, act }: GraphqlContext, sha: string) =>
  `${urls.repository(act.state.repository)}/commit/${sha}`;
