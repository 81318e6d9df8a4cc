import { type Html, html } from "../../http/html.ts";
import type { Issue } from "../../state/types.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { activeFilters, issueFilters } from "../parts/issue-filters.ts";
import { issueRow } from "../parts/issue-row.ts";

const pageSize = 50;

/** The list of issues, newest first. The query may hold state, assignee, label, author, and page. */
export function issuesPage(context: PageContext): Page {
  const query = context.url.searchParams;
  const all = [...context.act.state.issues.values()].filter(({ pull }) => pull === null).reverse();
  const matching = all.filter((issue) => matches(issue, query));
  const state = query.get("state") ?? "open";
  const shown = matching.filter((issue) => state === "all" || issue.state === state);
  const page = Math.max(1, Number(query.get("page")) || 1);
  const rows = shown.slice((page - 1) * pageSize, page * pageSize);
  const count = (wanted: Issue["state"]) => matching.filter((issue) => issue.state === wanted).length;
  return {
    title: "Issues",
    main: html`
<div class="title-row"><h1>Issues</h1><a class="button primary" href="${context.repo("/issues/new/choose")}">New issue</a></div>
${activeFilters(context)}
<section class="box" aria-label="Issues">
  <div class="box-head">
    <nav class="states" aria-label="State">
      ${queryLink(context, "state", "open", `${count("open")} Open`, state)}
      ${queryLink(context, "state", "closed", `${count("closed")} Closed`, state)}
      ${queryLink(context, "state", "all", "All", state)}
    </nav>
    ${issueFilters(context)}
  </div>
  ${rows.length === 0 ? empty(context, all.length) : html`<ul class="rows">${rows.map((issue) => issueRow(issue, context))}</ul>`}
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

/** A link to the same list with one part of the query changed; back on its first page unless that is the part. */
function queryLink(context: PageContext, key: string, value: string, text: string, current: string): Html {
  const query = new URLSearchParams(context.url.searchParams);
  query.delete("page");
  query.set(key, value);
  return html`<a href="?${query.toString()}"${value === current && html` aria-current="true"`}>${text}</a>`;
}

function empty(context: PageContext, total: number): Html {
  if (total > 0) return html`<div class="empty"><p>No issue matches.</p></div>`;
  return html`<div class="empty"><p>There are no issues yet.</p>
    <p><a href="${context.repo("/issues/new/choose")}">Start a process</a> and watch what happens.</p></div>`;
}

function pages(context: PageContext, page: number, last: number): Html | false {
  if (last <= 1) return false;
  const link = (target: number, text: string) =>
    queryLink(context, "page", String(target), text, String(page));
  return html`<nav class="button-row" aria-label="Pages">
    ${page > 1 && link(page - 1, "Newer")}<span class="muted">Page ${page} of ${last}</span>${page < last && link(page + 1, "Older")}
  </nav>`;
}
