import type { IssueForm } from "../../forms/issue-form.ts";
import { findIssueForm } from "../../forms/list-issue-forms.ts";
import { missingAnswers, readAnswers } from "../../forms/read-answers.ts";
import { renderIssueBody } from "../../forms/render-issue-body.ts";
import { isAssignable } from "../../state/assignable.ts";
import { createIssue } from "../../state/create-issue.ts";
import { findLabel } from "../../state/labels.ts";
import { mayTriage } from "../../state/permissions.ts";
import type { Act } from "../../state/types.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { formPage } from "../views/form-page.ts";

/** Makes an issue of a filled-in form, or of a blank one; shows the form again while something is missing. */
export async function createIssueAction(context: PageContext, submitted: URLSearchParams): Promise<Page> {
  const title = submitted.get("title") ?? "";
  const file = submitted.get("template");
  if (file === null) {
    const body = submitted.get("body") ?? "";
    return finish(context, { title, body, type: null, ...extras(context.act, submitted, null) });
  }
  const form = findIssueForm(await context.world.head(), file);
  if (form === undefined) return errorPage(404, `There is no form ${file} any more.`);
  if (typeof form === "string") return errorPage(422, form);
  const answers = readAnswers(form, submitted);
  const missing = missingAnswers(form, answers);
  if (missing.size > 0) return formPage(context, { form, title, answers, missing });
  const type = context.act.state.issueTypes.find(({ name }) => name === form.type) ?? null;
  const body = renderIssueBody(form, answers);
  return finish(context, { title, body, type, ...extras(context.act, submitted, form) });
}

function finish(context: PageContext, input: Parameters<typeof createIssue>[1]): Page {
  const issue = createIssue(context.act, input);
  return { redirect: context.repo(`/issues/${issue.number}`) };
}

/**
 * What the template gives everybody, and what the address adds for people who may set it. A label that does not
 * exist is not added, and a person who cannot be assigned is left out:
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
function extras(act: Act, submitted: URLSearchParams, form: IssueForm | null) {
  const may = mayTriage(act);
  const names = (key: "labels" | "assignees") => [
    ...(form?.[key] ?? []),
    ...(may ? (submitted.get(key) ?? "").split(",").map((name) => name.trim()) : []),
  ];
  const labels = names("labels").flatMap((name) => findLabel(act.state, name) ?? []);
  const assignees = names("assignees")
    .flatMap((login) => act.state.accounts.get(login.toLowerCase()) ?? [])
    .filter((account) => isAssignable(act.state, account, null));
  return { labels: [...new Set(labels)], assignees: [...new Set(assignees)] };
}
