import { changeFiles } from "../change-files.ts";
import { errorAnswer } from "../http/answer.ts";
import { requireAppPermission } from "../state/app-permission.ts";
import { requireWrite } from "../state/authority.ts";
import { findCommit } from "../state/git/find-commit.ts";
import { findEntry } from "../state/git/read-tree.ts";
import { Refusal } from "../state/refusal.ts";
import type { Commit } from "../state/types.ts";
import { viewContent, viewGitCommit } from "../views/view-git.ts";
import { bodyOf, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const contentHandlers: RestHandlers = {
  "repos/get-content": async (request) => {
    const commit = await commitOf(request, request.query["ref"] ?? "HEAD");
    const path = request.parameters["path"] ?? "";
    if (path.split("/").includes("..")) throw new Refusal("not-found", "Not Found");
    const entry = findEntry(commit.files, path);
    if (entry === undefined) throw new Refusal("not-found", "Not Found");
    return ok(viewContent(entry, commit, request.context));
  },

  "repos/create-or-update-file-contents": async (request) => {
    const { act, world, context } = request;
    requireAppPermission(act, "contents", "write");
    requireWrite(act);
    const { branch = act.state.repository.defaultBranch, ...body } = bodyOf<FileBody>(request);
    const path = request.parameters["path"] ?? "";
    if (!isPlainPath(path)) throw new Refusal("unprocessable", "path contains a malformed path component");
    const before = findEntry((await commitOf(request, branch)).files, path);
    if (before?.type === "tree") throw new Refusal("unprocessable", `${path} is a folder`);
    if (before !== undefined && body.sha === undefined)
      throw new Refusal("unprocessable", `Invalid request.\n\n"sha" wasn't supplied.`);
    if (before?.sha !== body.sha) return errorAnswer(409, `${path} does not match ${body.sha}`);
    const text = Buffer.from(body.content, "base64").toString();
    const commit = await changeFiles(world, act, branch, new Map([[path, text]]), body.message);
    const after = findEntry(commit.files, path);
    const content = after === undefined ? null : viewContent(after, commit, context);
    return {
      status: before === undefined ? 201 : 200,
      body: { content, commit: viewGitCommit(commit, context) },
    };
  },
};

interface FileBody {
  readonly message: string;
  /** Base64. */
  readonly content: string;
  /** The blob that is replaced; left out for a new file. */
  readonly sha?: string;
  readonly branch?: string;
}

/** Whether a path names a file inside the repository and nothing of git's own. */
function isPlainPath(path: string): boolean {
  const parts = path.split("/");
  return parts.every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}

/** The commit a revision names, after looking whether HEAD moved. */
export async function commitOf({ act, head }: RestRequest, revision: string): Promise<Commit> {
  await head();
  const commit = findCommit(act.state, revision);
  if (commit === undefined) throw new Refusal("not-found", `No commit found for the ref ${revision}`);
  return commit;
}
