import { type Html, html } from "../../http/html.ts";
import type { CheckRun, PullRequest } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { markdown } from "./markdown.ts";

/** What was checked about a pull request's last commit, by the newest check of each name; nothing when nobody checked. */
export function checksBox(pull: PullRequest, context: PageContext): Html | false {
  const all = context.act.state.checkRuns.filter(({ headSha }) => headSha === pull.headSha);
  if (all.length === 0) return false;
  const runs = new Map(all.map((run) => [`${run.app.login} ${run.name}`, run])).values().toArray();
  return html`<section class="box" aria-labelledby="checks-title"><div class="box-head"><h2 id="checks-title">Checks</h2></div>
  <ul class="rows">${runs.map((run) => checkRow(run, context))}</ul></section>`;
}

function checkRow(run: CheckRun, context: PageContext): Html {
  const good = run.conclusion === "success" || run.conclusion === "neutral" || run.conclusion === "skipped";
  const state = run.conclusion?.replaceAll("_", " ") ?? run.status.replaceAll("_", " ");
  return html`<li class="row"><div class="row-main"><p><strong>${run.name}</strong>
    <span class="${run.conclusion === null ? "muted" : good ? "good" : "bad"}">${state}</span> ${run.title}</p>
    ${run.summary !== null && run.summary !== "" && html`<details><summary>Details</summary>${markdown(run.summary, context)}${run.text !== null && markdown(run.text, context)}</details>`}
    ${run.annotations.length > 0 && html`<ul>${run.annotations.map(annotation)}</ul>`}</div></li>`;
}

function annotation(value: object): Html {
  const { path, start_line: line, message, annotation_level: level } = value as Record<string, unknown>;
  return html`<li><code>${String(path)}:${String(line)}</code> ${String(level)}: ${String(message)}</li>`;
}
