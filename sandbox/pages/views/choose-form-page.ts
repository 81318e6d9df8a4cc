import type { IssueForm } from "../../forms/issue-form.ts";
import { listIssueForms } from "../../forms/list-issue-forms.ts";
import { type Html, html } from "../../http/html.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

/** The forms of HEAD to choose from, the blank issue, and files GitHub would not show. */
export async function chooseFormPage(context: PageContext): Promise<Page> {
  const found = listIssueForms(await context.world.head());
  return {
    title: "New issue",
    main: html`<h1>New issue</h1>
<p class="muted">The forms are the files in <code>.github/ISSUE_TEMPLATE</code>, as they are right now.</p>
<ul class="cards">
  ${found.map(({ form }) => typeof form !== "string" && formCard(form, context))}
  <li class="card card-quiet"><h2><a href="${context.repo("/issues/new")}">Blank issue</a></h2><p>Write without a form.</p></li>
  ${found.map(({ file, form }) => typeof form === "string" && brokenCard(file, form))}
</ul>`,
  };
}

const formCard = (form: IssueForm, { repo }: PageContext): Html =>
  html`<li class="card"><h2><a href="${repo(`/issues/new?template=${encodeURIComponent(form.file)}`)}">${form.name}</a></h2><p>${form.description}</p></li>`;

const brokenCard = (file: string, problem: string): Html =>
  html`<li class="card card-broken"><h2>${file}</h2><p>GitHub would not show this form.</p><p class="muted">${problem}</p></li>`;
