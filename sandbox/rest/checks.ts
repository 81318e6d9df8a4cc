import { requireAppPermission } from "../state/app-permission.ts";
import { type CheckRunInput, createCheckRun, updateCheckRun } from "../state/check-runs.ts";
import { Refusal } from "../state/refusal.ts";
import type { CheckRun } from "../state/types.ts";
import { viewCheckRun } from "../views/view-check-run.ts";
import { commitOf } from "./contents.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const checkHandlers: RestHandlers = {
  "checks/create": async (request) => {
    requireAppPermission(request.act, "checks", "write");
    const body = bodyOf<CheckRunInput & { head_sha: string }>(request);
    await request.head();
    return created(viewCheckRun(createCheckRun(request.act, body.head_sha, body), request.context));
  },

  "checks/update": (request) => {
    requireAppPermission(request.act, "checks", "write");
    const run = runOf(request);
    updateCheckRun(request.act, run, bodyOf<CheckRunInput>(request));
    return ok(viewCheckRun(run, request.context));
  },

  "checks/get": (request) => ok(viewCheckRun(runOf(request), request.context)),

  "checks/list-for-ref": async (request) => {
    const { sha } = await commitOf(request, request.parameters["ref"] ?? "");
    const { check_name: name, status } = request.query as Partial<Record<string, string>>;
    const runs = request.act.state.checkRuns.filter(
      (run) =>
        run.headSha === sha &&
        (name === undefined || run.name === name) &&
        (status === undefined || run.status === status),
    );
    return paginate(
      request,
      runs,
      (run) => viewCheckRun(run, request.context),
      (page) => ({ total_count: runs.length, check_runs: page }),
    );
  },
};

function runOf({ act, parameters }: RestRequest): CheckRun {
  const run = act.state.checkRuns.find(({ id }) => id === Number(parameters["check_run_id"]));
  if (run === undefined) throw new Refusal("not-found", "Not Found");
  return run;
}
