import type { Answers, IssueForm } from "../../forms/issue-form.ts";
import { html } from "../../http/html.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { formField, requiredMark } from "../parts/form-field.ts";

export interface FilledForm {
  readonly form: IssueForm;
  readonly title: string;
  readonly answers: Answers;
  /** What is still missing, by question id; when not empty the form is shown again with these. */
  readonly missing: ReadonlyMap<string, string>;
}

/** An issue form to fill in. */
export function formPage(context: PageContext, filled: FilledForm): Page {
  const { form, missing } = filled;
  const query = context.url.searchParams;
  return {
    ...(missing.size > 0 && { status: 422 }),
    title: form.name,
    main: html`<nav class="breadcrumb" aria-label="Back"><a href="${context.repo("/issues/new/choose")}">New issue</a></nav>
<h1>${form.name}</h1>
<p class="muted">${form.description}</p>
${missing.size > 0 && html`<p class="notice notice-error" role="alert">Nothing was created yet: ${missing.size === 1 ? "one field needs" : `${missing.size} fields need`} your attention.</p>`}
<form class="stack" method="post" action="${context.repo("/issues/new")}">
  <input type="hidden" name="template" value="${form.file}">
  ${["labels", "assignees"].map((key) => query.has(key) && html`<input type="hidden" name="${key}" value="${query.get(key)}">`)}
  <p><label for="title">Title ${requiredMark}</label>
    <input id="title" name="title" required maxlength="256" value="${filled.title}"></p>
  ${form.body.map((element) => formField(element, filled, context))}
  <p><button class="primary">Create</button></p>
</form>`,
  };
}
