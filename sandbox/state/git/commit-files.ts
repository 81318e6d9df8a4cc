import { emit } from "../emit.ts";
import type { Account, Act, Commit } from "../types.ts";
import { hashObject } from "./hash-object.ts";
import { readTree } from "./read-tree.ts";

/**
 * Makes a commit of `files` on the default branch when they differ from HEAD, and returns HEAD.
 * The SHA depends on content and history only, never on the time, so the same files give the same SHA again.
 */
export function commitFiles(act: Act, files: ReadonlyMap<string, string>): Commit {
  const { commits } = act.state;
  const before = commits.at(-1);
  if (before !== undefined && sameFiles(before.files, files)) return before;
  const treeSha = readTree(files).sha;
  const author = act.actor.account;
  const message = before === undefined ? "Add the handbook" : "Update the handbook";
  const after: Commit = {
    sha: hashObject("commit", commitText(treeSha, before?.sha, author, message)),
    treeSha,
    parentSha: before?.sha ?? null,
    message,
    author,
    committedAt: act.now,
    files: new Map(files),
  };
  commits.push(after);
  if (before !== undefined) emit(act, { name: "push", action: null, before, after });
  return after;
}

function sameFiles(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

function commitText(
  treeSha: string,
  parentSha: string | undefined,
  author: Account,
  message: string,
): Buffer {
  const signature = `${author.name} <${author.login}@users.noreply.github.com> 0 +0000`;
  const lines = [
    `tree ${treeSha}`,
    ...(parentSha === undefined ? [] : [`parent ${parentSha}`]),
    `author ${signature}`,
    `committer ${signature}`,
    "",
    message,
    "",
  ];
  return Buffer.from(lines.join("\n"));
}
