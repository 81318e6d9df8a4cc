import { html } from "../../http/html.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { issueRow } from "../parts/issue-row.ts";

/** The list of pull requests, newest first. */
export function pullsPage(context: PageContext): Page {
  const all = [...context.act.state.issues.values()].filter(({ pull }) => pull !== null).reverse();
  const showsClosed = context.url.searchParams.get("state") === "closed";
  const shown = all.filter(({ state }) => (state === "closed") === showsClosed);
  const open = all.filter(({ state }) => state === "open").length;
  const current = (isCurrent: boolean) => isCurrent && html` aria-current="true"`;
  return {
    title: "Pull requests",
    main: html`<h1>Pull requests</h1>
<section class="box" aria-label="Pull requests">
  <div class="box-head"><nav class="states" aria-label="State">
    <a href="?state=open"${current(!showsClosed)}>${open} Open</a>
    <a href="?state=closed"${current(showsClosed)}>${all.length - open} Closed</a>
  </nav></div>
  ${
    shown.length === 0
      ? html`<div class="empty"><p>There are none.</p><p class="muted">Propose a change to a file, and one is made.</p></div>`
      : html`<ul class="rows">${shown.map((issue) => issueRow(issue, context))}</ul>`
  }
</section>`,
  };
}
