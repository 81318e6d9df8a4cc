import type { CheckRun } from "../state/types.ts";
import { viewApp } from "./view-app.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";

export function viewCheckRun(run: CheckRun, context: ViewContext): View {
  const url = `${repositoryApi(context)}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: run.nodeId,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${context.urls.repository(context.state.repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    name: run.name,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: viewApp(context),
    pull_requests: [...context.state.issues.values()].flatMap(({ number, pull }) => {
      if (pull === null || pull.headSha !== run.headSha) return [];
      const { repository, branches } = context.state;
      const repo = { id: repository.id, url: repositoryApi(context), name: repository.name };
      return [
        {
          id: pull.id,
          number,
          url: `${repositoryApi(context)}/pulls/${number}`,
          head: { ref: pull.headBranch, sha: pull.headSha, repo },
          base: { ref: pull.baseBranch, sha: branches.get(pull.baseBranch) ?? "", repo },
        },
      ];
    }),
  };
}
