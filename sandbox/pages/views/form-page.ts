import type { Answers, FormElement, IssueForm, Question } from "../../forms/issue-form.ts";
import { fieldName } from "../../forms/read-answers.ts";
import { type Html, html } from "../../http/html.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { markdown } from "../parts/markdown.ts";

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
  <p><label for="title">Title ${star}</label>
    <input id="title" name="title" required maxlength="256" value="${filled.title}"></p>
  ${form.body.map((element) => field(element, filled, context))}
  <p><button class="primary">Create</button></p>
</form>`,
  };
}

const star = html`<span class="required" title="required" aria-hidden="true">*</span>`;

function field(element: FormElement, filled: FilledForm, context: PageContext): Html {
  if (element.kind === "markdown") return markdown(element.value, context);
  const given = filled.answers.get(element.id) ?? [];
  const problem = filled.missing.get(element.id);
  const notes = html`${element.description !== "" && html`<div class="muted" id="help-${element.id}">${markdown(element.description, context)}</div>`}
    ${problem !== undefined && html`<p class="problem" id="problem-${element.id}">${problem}</p>`}`;
  if (element.kind === "checkboxes")
    return html`<fieldset><legend>${element.label} ${element.required && star}</legend>${notes}
      ${element.options.map(
        (
          option,
        ) => html`<label class="tick"><input type="checkbox" name="${fieldName(element)}" value="${option.label}"
          ${given.includes(option.label) && html`checked`} ${option.required && html`required`}> ${option.label} ${option.required && star}</label>`,
      )}</fieldset>`;
  return html`<div class="field"><label for="field-${element.id}">${element.label} ${element.required && star}</label>${notes}${control(element, given)}</div>`;
}

function control(question: Exclude<Question, { kind: "checkboxes" }>, given: readonly string[]): Html {
  const id = `field-${question.id}`;
  const name = fieldName(question);
  const described = question.description === "" ? "" : `help-${question.id}`;
  if (question.kind === "dropdown")
    return html`<select id="${id}" name="${name}" ${question.multiple && html`multiple size="${Math.min(6, question.options.length)}"`}
      ${question.required && html`required`} aria-describedby="${described}">
      ${!question.multiple && html`<option value="">Choose…</option>`}
      ${question.options.map((option) => html`<option ${given.includes(option) && html`selected`}>${option}</option>`)}</select>`;
  if (question.kind === "textarea")
    return html`<textarea id="${id}" name="${name}" rows="6" placeholder="${question.placeholder}" aria-describedby="${described}"
      ${question.required && html`required`}>
${given[0]}</textarea>`;
  return html`<input id="${id}" name="${name}" value="${given[0]}" placeholder="${question.placeholder}" aria-describedby="${described}"
    ${question.required && html`required`}>`;
}
