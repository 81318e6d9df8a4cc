import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import { Refusal } from "./refusal.ts";
import type { Act, CheckRun } from "./types.ts";

export interface CheckRunInput {
  readonly name?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly object[];
  };
}

/**
 * Makes a check run for a commit. Apps can, people cannot: https://docs.github.com/en/rest/checks/runs
 * The limit of fifty annotations a request is part of GitHub's description.
 */
export function createCheckRun(act: Act, headSha: string, input: CheckRunInput): CheckRun {
  if (act.actor.kind === "user") throw new Refusal("forbidden", "You must authenticate via a GitHub App.");
  if (!act.state.commits.some(({ sha }) => sha === headSha))
    throw new Refusal("unprocessable", `No commit found for SHA: ${headSha}`);
  const id = nextId(act.state);
  const run: CheckRun = {
    id,
    nodeId: nodeId("checkRun", id),
    app: act.actor.account,
    headSha,
    name: input.name ?? "",
    status: "queued",
    conclusion: null,
    startedAt: act.now,
    completedAt: null,
    detailsUrl: null,
    externalId: "",
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
  act.state.checkRuns.push(run);
  updateCheckRun(act, run, input);
  return run;
}

/** Changes what is given; annotations are added to those before. A conclusion completes the run. */
export function updateCheckRun(act: Act, run: CheckRun, input: CheckRunInput): void {
  if (run.app.id !== act.actor.account.id) throw new Refusal("forbidden", "Invalid app_id");
  const { output = {} } = input;
  run.name = input.name ?? run.name;
  run.conclusion = input.conclusion ?? run.conclusion;
  run.status = input.status ?? (input.conclusion === undefined ? run.status : "completed");
  run.startedAt = input.started_at ?? run.startedAt;
  run.completedAt = input.completed_at ?? (run.status === "completed" ? act.now : run.completedAt);
  run.detailsUrl = input.details_url ?? run.detailsUrl;
  run.externalId = input.external_id ?? run.externalId;
  run.title = output.title ?? run.title;
  run.summary = output.summary ?? run.summary;
  run.text = output.text ?? run.text;
  run.annotations = [...run.annotations, ...(output.annotations ?? [])];
}
