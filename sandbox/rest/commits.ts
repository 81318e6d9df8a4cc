import { findCommit } from "../state/git/find-commit.ts";
import { history } from "../state/git/history.ts";
import { Refusal } from "../state/refusal.ts";
import type { Commit } from "../state/types.ts";
import { repositoryApi, type View } from "../views/view-context.ts";
import { viewCommit } from "../views/view-git.ts";
import { commitOf } from "./contents.ts";
import { paginate } from "./paginate.ts";
import { ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const commitHandlers: RestHandlers = {
  "repos/list-commits": async (request) => {
    const { sha = "HEAD", path = "", since, until } = request.query as Partial<Record<string, string>>;
    const unmodelled = ["author", "committer"].find((key) => request.query[key] !== undefined);
    if (unmodelled !== undefined)
      throw new Refusal("unprocessable", `The sandbox does not model ${unmodelled}.`);
    const commits = history(request.act.state, await commitOf(request, sha), path).filter(
      ({ committedAt }) => (since ?? "") <= committedAt && (until === undefined || committedAt <= until),
    );
    return paginate(request, commits, (commit) => viewCommit(commit, request.context));
  },

  "repos/get-commit": async (request) =>
    ok(viewCommit(await commitOf(request, request.parameters["ref"] ?? ""), request.context)),

  "repos/list-branches": async (request) => {
    await request.head();
    return paginate(request, [...request.act.state.branches], ([name, sha]) => ({
      name,
      commit: { sha, url: `${repositoryApi(request.context)}/commits/${sha}` },
      protected: false,
    }));
  },

  "repos/get-branch": async (request) => {
    await request.head();
    const branch = request.parameters["branch"] ?? "";
    const commit = request.act.state.branches.has(branch) ? findCommit(request.act.state, branch) : undefined;
    if (commit === undefined) throw new Refusal("not-found", "Branch not found");
    return ok(viewBranch(request, branch, commit));
  },
};

function viewBranch({ act, context }: RestRequest, branch: string, commit: Commit): View {
  const { repository } = act.state;
  const self = `${repositoryApi(context)}/branches/${branch}`;
  const html = `${context.urls.repository(repository)}/tree/${encodeURIComponent(branch)}`;
  return {
    name: branch,
    commit: viewCommit(commit, context),
    _links: { self, html },
    protected: false,
    protection: { enabled: false },
    protection_url: `${self}/protection`,
  };
}
