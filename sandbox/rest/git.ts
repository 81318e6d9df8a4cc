import { findCommit } from "../state/git/find-commit.ts";
import { findObject } from "../state/git/find-object.ts";
import { gitNodeId } from "../state/git/git-node-id.ts";
import { readTree } from "../state/git/read-tree.ts";
import { Refusal } from "../state/refusal.ts";
import { repositoryApi } from "../views/view-context.ts";
import { viewBlob, viewGitCommit, viewTree } from "../views/view-git.ts";
import { commitOf } from "./contents.ts";
import { ok, type RestHandlers } from "./rest-request.ts";

export const gitHandlers: RestHandlers = {
  "git/get-ref": async ({ act, parameters, context, head }) => {
    const { sha } = await head();
    const ref = `refs/heads/${act.state.repository.defaultBranch}`;
    if (`refs/${parameters["ref"]}` !== ref) throw new Refusal("not-found", "Not Found");
    return ok({
      ref,
      node_id: gitNodeId("ref", sha),
      url: `${repositoryApi(context)}/git/${ref}`,
      object: { type: "commit", sha, url: `${repositoryApi(context)}/git/commits/${sha}` },
    });
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
