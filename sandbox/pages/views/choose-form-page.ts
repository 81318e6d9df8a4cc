import { listIssueForms } from "../../forms/list-issue-forms.ts";
import { html } from "../../http/html.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

/** The forms of HEAD to choose from, and the blank issue. */
export async function chooseFormPage(context: PageContext): Promise<Page> {
  const found = listIssueForms(await context.world.head());
  return {
    title: "New issue",
    main: html`<h1>New issue</h1>
<p class="muted">The forms are the files in <code>.github/ISSUE_TEMPLATE</code>, as they are right now.</p>
<ul class="cards">${found.map(({ file, form }) =>
      typeof form === "string"
        ? html`<li class="card card-broken"><h2>${file}</h2><p>GitHub would not show this form.</p><p class="muted">${form}</p></li>`
        : html`<li class="card"><h2><a href="${context.repo(`/issues/new?template=${encodeURIComponent(file)}`)}">${form.name}</a></h2><p>${form.description}</p></li>`,
    )}
  <li class="card card-quiet"><h2><a href="${context.repo("/issues/new")}">Blank issue</a></h2><p>Write without a form.</p></li>
</ul>`,
  };
}
