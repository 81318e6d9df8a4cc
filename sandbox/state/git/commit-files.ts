import { emit } from "../emit.ts";
import { Refusal } from "../refusal.ts";
import type { Account, Act, Commit, GitHubState } from "../types.ts";
import { findCommit } from "./find-commit.ts";
import { hashObject } from "./hash-object.ts";
import { readTree } from "./read-tree.ts";

/**
 * Makes a commit of `files` on a branch when they differ from its last one, and returns the last one.
 * The SHA depends on content, author and history only, never on the time: the same files give the same SHA again.
 */
export function commitFiles(
  act: Act,
  branch: string,
  files: ReadonlyMap<string, string>,
  message: string,
): Commit {
  const { state } = act;
  const before = findCommit(state, branch) ?? null;
  if (before !== null && sameFiles(before.files, files)) return before;

  const author = act.actor.account;
  const treeSha = readTree(files).sha;
  const parentSha = before?.sha ?? null;
  const sha = hashObject("commit", commitText(treeSha, parentSha, author, message));
  const after: Commit = {
    sha,
    treeSha,
    parentSha,
    message,
    author,
    committedAt: act.now,
    files: new Map(files),
  };
  if (!state.commits.some((commit) => commit.sha === sha)) state.commits.push(after);
  state.branches.set(branch, sha);
  if (before !== null) tellPush(act, branch, before, after);
  return after;
}

/** Makes a branch at a commit. */
export function createBranch(act: Act, branch: string, at: Commit): void {
  checkBranchName(act.state, branch);
  act.state.branches.set(branch, at.sha);
  emit(act, { name: "push", action: null, branch, before: null, after: at });
}

/** Points a branch at another commit. */
export function moveBranch(act: Act, branch: string, to: Commit): void {
  const before = findCommit(act.state, branch) ?? null;
  act.state.branches.set(branch, to.sha);
  if (before !== null && before.sha !== to.sha) tellPush(act, branch, before, to);
}

/** Takes a branch away; its commits stay. */
export function removeBranch(act: Act, branch: string): void {
  const before = findCommit(act.state, branch) ?? null;
  if (before === null || branch === act.state.repository.defaultBranch)
    throw new Refusal("unprocessable", "Reference does not exist");
  act.state.branches.delete(branch);
  emit(act, { name: "push", action: null, branch, before, after: null });
}

/** Tells of the push, and open pull requests of this branch hear of their new commits. */
function tellPush(act: Act, branch: string, before: Commit, after: Commit): void {
  emit(act, { name: "push", action: null, branch, before, after });
  for (const issue of act.state.issues.values()) {
    if (issue.pull?.headBranch !== branch || issue.state === "closed") continue;
    issue.pull.headSha = after.sha;
    issue.updatedAt = act.now;
    emit(act, { name: "pull_request", action: "synchronize", issue, before: before.sha, after: after.sha });
  }
}

// The rules that matter of https://git-scm.com/docs/git-check-ref-format.
function checkBranchName(state: GitHubState, branch: string): void {
  const valid = /^(?!\/|.*(?:\.\.|\/\/|@\{|\.lock$|\/$|\.$))[^\s~^:?*[\\\p{Cc}]{1,200}$/u.test(branch);
  if (!valid) throw new Refusal("unprocessable", `${branch} is not a valid branch name`);
  if (state.branches.has(branch)) throw new Refusal("unprocessable", "Reference already exists");
}

function sameFiles(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

function commitText(treeSha: string, parentSha: string | null, author: Account, message: string): Buffer {
  const signature = `${author.name} <${author.login}@users.noreply.github.com> 0 +0000`;
  const lines = [
    `tree ${treeSha}`,
    ...(parentSha === null ? [] : [`parent ${parentSha}`]),
    `author ${signature}`,
    `committer ${signature}`,
    "",
    message,
    "",
  ];
  return Buffer.from(lines.join("\n"));
}
