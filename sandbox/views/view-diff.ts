import { diffHunks, patchOf } from "../diff/diff-hunks.ts";
import { encodePath } from "../http/decode-component.ts";
import type { ChangedFile } from "../state/git/changed-files.ts";
import { hashObject } from "../state/git/hash-object.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";

/** A changed file; `sha` is the commit its new version is read at. */
export function viewDiff(file: ChangedFile, sha: string, context: ViewContext): View {
  const { additions, deletions } = countLines(file);
  const html = context.urls.repository(context.state.repository);
  const path = encodePath(file.path);
  return {
    sha: hashObject("blob", Buffer.from(file.after ?? file.before ?? "")),
    filename: file.path,
    ...(file.previousPath !== undefined && { previous_filename: file.previousPath }),
    status: file.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${repositoryApi(context)}/contents/${path}?ref=${sha}`,
    ...(file.before !== file.after && { patch: patchOf(file.before, file.after) }),
  };
}

export function countLines({ before, after }: ChangedFile): { additions: number; deletions: number } {
  const lines = diffHunks(before, after).flatMap((hunk) => hunk.lines);
  return {
    additions: lines.filter(({ kind }) => kind === "added").length,
    deletions: lines.filter(({ kind }) => kind === "removed").length,
  };
}
