import { requireAppPermission } from "../state/app-permission.ts";
import { requireWrite } from "../state/authority.ts";
import { deleteBranch } from "../state/delete-branch.ts";
import { createBranch, moveBranch } from "../state/git/commit-files.ts";
import { findCommit } from "../state/git/find-commit.ts";
import { findObject } from "../state/git/find-object.ts";
import { gitNodeId } from "../state/git/git-node-id.ts";
import { ancestry } from "../state/git/merge-base.ts";
import { readTree } from "../state/git/read-tree.ts";
import { Refusal } from "../state/refusal.ts";
import type { Act, Commit } from "../state/types.ts";
import { repositoryApi, type View } from "../views/view-context.ts";
import { viewBlob, viewGitCommit, viewTree } from "../views/view-git.ts";
import { commitOf } from "./contents.ts";
import { bodyOf, created, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const gitHandlers: RestHandlers = {
  "git/get-ref": async (request) => {
    await request.head();
    return ok(viewRef(request, branchOf(request)));
  },

  "git/create-ref": async (request) => {
    const { act } = request;
    requireContents(act);
    await request.head();
    const { ref, sha } = bodyOf<{ ref: string; sha: string }>(request);
    if (!ref.startsWith("refs/heads/"))
      throw new Refusal("unprocessable", "The sandbox models branches only");
    const branch = ref.slice("refs/heads/".length);
    createBranch(act, branch, commitWithSha(act, sha));
    return created(viewRef(request, branch));
  },

  "git/update-ref": async (request) => {
    const { act } = request;
    requireContents(act);
    await request.head();
    const branch = branchOf(request);
    const { sha, force = false } = bodyOf<{ sha: string; force?: boolean }>(request);
    const target = commitWithSha(act, sha);
    const before = findCommit(act.state, branch);
    if (branch === act.state.repository.defaultBranch)
      throw new Refusal("unprocessable", `${branch} is a folder on this machine; change its files there.`);
    if (!force && before !== undefined && !ancestry(act.state, target).includes(before))
      throw new Refusal("unprocessable", "Update is not a fast forward");
    moveBranch(act, branch, target);
    return ok(viewRef(request, branch));
  },

  "git/delete-ref": (request) => {
    requireContents(request.act);
    deleteBranch(request.act, (request.parameters["ref"] ?? "").replace(/^heads\//, ""));
    return noContent();
  },

  "git/get-commit": async (request) =>
    ok(viewGitCommit(await commitOf(request, request.parameters["commit_sha"] ?? ""), request.context)),

  "git/get-tree": async ({ act, parameters, query, context, head }) => {
    await head();
    const name = parameters["tree_sha"] ?? "";
    const commit = findCommit(act.state, name) ?? act.state.commits.find(({ treeSha }) => treeSha === name);
    const tree = commit === undefined ? findObject(act.state, name) : readTree(commit.files);
    if (tree?.type !== "tree") throw new Refusal("not-found", "Not Found");
    // Any value switches it on, "0" and "false" too: https://docs.github.com/en/rest/git/trees#get-a-tree
    return ok(viewTree(tree, query["recursive"] !== undefined, context));
  },

  "git/get-blob": async ({ act, parameters, context, head }) => {
    await head();
    const blob = findObject(act.state, parameters["file_sha"] ?? "");
    if (blob?.type !== "blob") throw new Refusal("not-found", "Not Found");
    return ok(viewBlob(blob, context));
  },
};

function requireContents(act: Act): void {
  requireAppPermission(act, "contents", "write");
  requireWrite(act);
}

function branchOf({ act, parameters }: RestRequest): string {
  const branch = (parameters["ref"] ?? "").replace(/^heads\//, "");
  if (!act.state.branches.has(branch)) throw new Refusal("not-found", "Not Found");
  return branch;
}

function commitWithSha(act: Act, sha: string): Commit {
  const commit = act.state.commits.find((candidate) => candidate.sha === sha);
  if (commit === undefined) throw new Refusal("unprocessable", "Object does not exist");
  return commit;
}

function viewRef({ act, context }: RestRequest, branch: string): View {
  const sha = act.state.branches.get(branch) ?? "";
  const ref = `refs/heads/${branch}`;
  return {
    ref,
    node_id: gitNodeId("ref", sha),
    url: `${repositoryApi(context)}/git/${ref}`,
    object: { type: "commit", sha, url: `${repositoryApi(context)}/git/commits/${sha}` },
  };
}
