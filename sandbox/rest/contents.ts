import { findCommit } from "../state/git/find-commit.ts";
import { findEntry } from "../state/git/read-tree.ts";
import { Refusal } from "../state/refusal.ts";
import type { Commit } from "../state/types.ts";
import { viewContent } from "../views/view-git.ts";
import { ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const contentHandlers: RestHandlers = {
  "repos/get-content": async (request) => {
    const commit = await commitOf(request, request.query["ref"] ?? "HEAD");
    const path = request.parameters["path"] ?? "";
    if (path.split("/").includes("..")) throw new Refusal("not-found", "Not Found");
    const entry = findEntry(commit.files, path);
    if (entry === undefined) throw new Refusal("not-found", "Not Found");
    return ok(viewContent(entry, commit, request.context));
  },
};

/** The commit a revision names, after looking whether HEAD moved. */
export async function commitOf({ act, head }: RestRequest, revision: string): Promise<Commit> {
  await head();
  const commit = findCommit(act.state, revision);
  if (commit === undefined) throw new Refusal("not-found", `No commit found for the ref ${revision}`);
  return commit;
}
