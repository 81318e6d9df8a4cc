import { changedFiles, withRenames } from "../state/git/changed-files.ts";
import { mergeBase } from "../state/git/merge-base.ts";
import { commitsOf } from "../state/pull-requests.ts";
import { Refusal } from "../state/refusal.ts";
import { repositoryApi } from "../views/view-context.ts";
import { viewDiff } from "../views/view-diff.ts";
import { viewCommit } from "../views/view-git.ts";
import { commitOf } from "./contents.ts";
import { ok, type RestHandlers } from "./rest-request.ts";

export const compareHandlers: RestHandlers = {
  "repos/compare-commits-with-basehead": async (request) => {
    const { act, context, parameters } = request;
    const [from, to] = (parameters["basehead"] ?? "").split("...");
    if (from === undefined || to === undefined) throw new Refusal("not-found", "Not Found");
    const base = await commitOf(request, from);
    const head = await commitOf(request, to);
    const fork = mergeBase(act.state, head, base);
    if (fork === undefined) throw new Refusal("not-found", "No common ancestor");
    const ahead = commitsOf(act.state, head, base);
    const behind = commitsOf(act.state, base, head).length;
    const html = `${context.urls.repository(act.state.repository)}/compare/${from}...${to}`;
    return ok({
      url: `${repositoryApi(context)}/compare/${from}...${to}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: viewCommit(base, context),
      merge_base_commit: viewCommit(fork, context),
      status: statusOf(ahead.length, behind),
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: ahead.reverse().map((commit) => viewCommit(commit, context)),
      files: withRenames(changedFiles(fork.files, head.files)).map((file) =>
        viewDiff(file, head.sha, context),
      ),
    });
  },
};

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
