import type { FormElement, Question } from "../../forms/issue-form.ts";
import { fieldName } from "../../forms/read-answers.ts";
import { type Html, html } from "../../http/html.ts";
import type { PageContext } from "../page-context.ts";
import type { FilledForm } from "../views/form-page.ts";
import { markdown } from "./markdown.ts";

export const requiredMark = html`<span class="required" title="required" aria-hidden="true">*</span>`;

/** One element of an issue form, filled in so far. */
export function formField(element: FormElement, filled: FilledForm, context: PageContext): Html {
  if (element.kind === "markdown") return markdown(element.value, context);
  const given = filled.answers.get(element.id) ?? [];
  const notes = notesOf(element, filled.missing.get(element.id), context);
  const mark = element.required && requiredMark;
  if (element.kind === "checkboxes")
    return ticks(element, element.options, given, html`${element.label} ${mark}`, notes);
  if (element.kind === "dropdown" && element.multiple)
    return ticks(
      element,
      element.options.map((label) => ({ label, required: false })),
      given,
      html`${element.label} ${mark}`,
      notes,
    );
  return html`<div class="field"><label for="field-${element.id}">${element.label} ${mark}</label>${notes}${control(element, given)}</div>`;
}

function notesOf(question: Question, problem: string | undefined, context: PageContext): Html {
  return html`${question.description !== "" && html`<div class="muted help" id="help-${question.id}">${markdown(question.description, context)}</div>`}
    ${problem !== undefined && html`<p class="problem" id="problem-${question.id}">${problem}</p>`}`;
}

/** Boxes to tick, for checkboxes and for dropdowns that take several options: both send the chosen labels. */
function ticks(
  question: Question,
  options: readonly { label: string; required: boolean }[],
  given: readonly string[],
  legend: Html,
  notes: Html,
): Html {
  return html`<fieldset><legend>${legend}</legend>${notes}${options.map(
    ({
      label,
      required,
    }) => html`<label class="tick"><input type="checkbox" name="${fieldName(question)}" value="${label}"
      ${given.includes(label) && html`checked`} ${required && html`required`}> ${label} ${required && requiredMark}</label>`,
  )}</fieldset>`;
}

function control(question: Exclude<Question, { kind: "checkboxes" }>, given: readonly string[]): Html {
  const attributes = html`id="field-${question.id}" name="${fieldName(question)}" ${question.required && html`required`}
    ${question.description !== "" && html`aria-describedby="help-${question.id}"`}`;
  if (question.kind === "dropdown")
    return html`<select ${attributes}><option value="">Choose…</option>
      ${question.options.map((option) => html`<option ${given.includes(option) && html`selected`}>${option}</option>`)}</select>`;
  if (question.kind === "textarea")
    return html`<textarea ${attributes} rows="6" placeholder="${question.placeholder}">
${given[0]}</textarea>`;
  return html`<input ${attributes} value="${given[0]}" placeholder="${question.placeholder}">`;
}
