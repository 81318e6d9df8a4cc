import { type Html, html } from "../../http/html.ts";
import { issueSummary } from "../../state/summaries.ts";
import type { Issue } from "../../state/types.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { labelChip } from "../parts/label-chip.ts";
import { avatar, person } from "../parts/person.ts";
import { progress } from "../parts/progress.ts";
import { stateMark } from "../parts/state-badge.ts";
import { when } from "../parts/when.ts";

const pageSize = 50;

/** The list of issues, newest first. The query may hold state, assignee, label, author, and page. */
export function issuesPage(context: PageContext): Page {
  const query = context.url.searchParams;
  const all = [...context.act.state.issues.values()].reverse();
  const matching = all.filter((issue) => matches(issue, query));
  const state = query.get("state") ?? "open";
  const shown = matching.filter((issue) => state === "all" || issue.state === state);
  const page = Math.max(1, Number(query.get("page")) || 1);
  const rows = shown.slice((page - 1) * pageSize, page * pageSize);
  return {
    title: "Issues",
    main: html`
<div class="title-row"><h1>Issues</h1><a class="button primary" href="${context.repo("/issues/new/choose")}">New issue</a></div>
${activeFilters(context)}
<section class="box" aria-label="Issues">
  <div class="box-head">
    <nav class="states" aria-label="State">
      ${stateLink(context, "open", `${matching.filter((issue) => issue.state === "open").length} Open`, state)}
      ${stateLink(context, "closed", `${matching.filter((issue) => issue.state === "closed").length} Closed`, state)}
      ${stateLink(context, "all", "All", state)}
    </nav>
    ${filterForm(context)}
  </div>
  ${rows.length === 0 ? empty(context, all.length) : html`<ul class="rows">${rows.map((issue) => row(issue, context))}</ul>`}
</section>
${pages(context, page, Math.ceil(shown.length / pageSize))}`,
  };
}

function matches(issue: Issue, query: URLSearchParams): boolean {
  const assignee = query.get("assignee")?.toLowerCase();
  const author = query.get("author")?.toLowerCase();
  const labels = query.getAll("label").filter((name) => name !== "");
  return (
    (!assignee || issue.assignees.some(({ login }) => login.toLowerCase() === assignee)) &&
    (!author || issue.author.login.toLowerCase() === author) &&
    labels.every((name) => issue.labels.some((label) => label.name.toLowerCase() === name.toLowerCase()))
  );
}

function row(issue: Issue, context: PageContext): Html {
  const { subIssues, dependencies } = issueSummary(context.act.state, issue);
  return html`<li class="row">
  ${stateMark(issue)}
  <div class="row-main">
    <p class="row-title"><a href="${context.repo(`/issues/${issue.number}`)}">${issue.title}</a>
      ${issue.labels.map((label) => labelChip(label, context))}</p>
    <p class="muted">#${issue.number} opened ${when(issue.createdAt, context)} by ${person(issue.author, context)}
      ${issue.type !== null && html` · ${issue.type.name}`}
      ${dependencies.blocked_by > 0 && html` · <span class="blocked">blocked by ${dependencies.blocked_by}</span>`}</p>
    ${subIssues.total > 0 && progress(subIssues.completed, subIssues.total)}
  </div>
  <div class="row-side">
    ${issue.assignees.map((account) => html`<span title="${account.login}">${avatar(account, context)}<span class="visually-hidden">assigned to ${account.login}</span></span>`)}
    ${issue.comments.length > 0 && html`<span class="muted" title="Comments">${issue.comments.length}<span class="visually-hidden"> comments</span><span aria-hidden="true"> 💬</span></span>`}
  </div>
</li>`;
}

function stateLink(context: PageContext, state: string, text: string, current: string): Html {
  const query = new URLSearchParams(context.url.searchParams);
  query.set("state", state);
  query.delete("page");
  return html`<a href="?${query.toString()}"${state === current && html` aria-current="true"`}>${text}</a>`;
}

function filterForm(context: PageContext): Html {
  const { state } = context.act;
  const query = context.url.searchParams;
  const people = [...state.accounts.values()].filter(({ type }) => type === "User");
  const options = (names: readonly string[], chosen: string | null, any: string) => html`
    <option value="">${any}</option>
    ${names.map((name) => html`<option${name === chosen && html` selected`}>${name}</option>`)}`;
  return html`<form class="filters" method="get">
    <input type="hidden" name="state" value="${query.get("state") ?? "open"}">
    <label><span class="visually-hidden">Assignee</span>
      <select name="assignee">${options(
        people.map(({ login }) => login),
        query.get("assignee"),
        "Any assignee",
      )}</select></label>
    <label><span class="visually-hidden">Label</span>
      <select name="label">${options(
        state.labels.map(({ name }) => name),
        query.get("label"),
        "Any label",
      )}</select></label>
    <button>Filter</button>
  </form>`;
}

function activeFilters(context: PageContext): Html | false {
  const query = context.url.searchParams;
  const active = ["assignee", "author", "label"].flatMap((key) =>
    query.getAll(key).flatMap((value) => (value === "" ? [] : [`${key}: ${value}`])),
  );
  if (active.length === 0) return false;
  return html`<p class="muted">Only ${active.join(", ")} · <a href="${context.repo("/issues")}">show everything</a></p>`;
}

function empty(context: PageContext, total: number): Html {
  if (total > 0) return html`<div class="empty"><p>No issue matches.</p></div>`;
  return html`<div class="empty"><p>There are no issues yet.</p>
    <p><a href="${context.repo("/issues/new/choose")}">Start a process</a> and watch what happens.</p></div>`;
}

function pages(context: PageContext, page: number, last: number): Html | false {
  if (last <= 1) return false;
  const link = (target: number, text: string) => {
    const query = new URLSearchParams(context.url.searchParams);
    query.set("page", String(target));
    return html`<a class="button" href="?${query.toString()}">${text}</a>`;
  };
  return html`<nav class="button-row" aria-label="Pages">
    ${page > 1 && link(page - 1, "Newer")}<span class="muted">Page ${page} of ${last}</span>${page < last && link(page + 1, "Older")}
  </nav>`;
}
