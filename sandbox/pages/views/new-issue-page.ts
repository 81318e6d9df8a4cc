import { findIssueForm } from "../../forms/list-issue-forms.ts";
import { prefilledAnswers } from "../../forms/read-answers.ts";
import { html } from "../../http/html.ts";
import { mayTriage } from "../../state/permissions.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { formPage } from "./form-page.ts";

/** A form to make an issue: one of the repository's, or a blank one; prefilled from the address. */
export async function newIssuePage(context: PageContext): Promise<Page> {
  const query = context.url.searchParams;
  // Prefilling what one may not set answers "not found":
  // https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
  const privileged = ["labels", "assignees", "projects", "milestone"].some((key) => query.has(key));
  if (privileged && !mayTriage(context.act))
    return errorPage(404, "You may not set labels or assignees here, so GitHub shows nothing.");
  const file = query.get("template");
  if (file === null) return blankPage(context);
  const form = findIssueForm(await context.world.head(), file);
  if (form === undefined) return { redirect: context.repo("/issues/new/choose") };
  if (typeof form === "string") return errorPage(422, form);
  return formPage(context, {
    form,
    title: query.get("title") ?? form.title,
    answers: prefilledAnswers(form, query),
    missing: new Map(),
  });
}

function blankPage(context: PageContext): Page {
  const query = context.url.searchParams;
  return {
    title: "New issue",
    main: html`<h1>New issue</h1>
<form class="stack" method="post" action="${context.repo("/issues/new")}">
  ${["labels", "assignees"].map((key) => query.has(key) && html`<input type="hidden" name="${key}" value="${query.get(key)}">`)}
  <p><label for="title">Title</label><input id="title" name="title" required maxlength="256" value="${query.get("title")}"></p>
  <p><label for="body">Description</label><textarea id="body" name="body" rows="12" maxlength="65536">
${query.get("body")}</textarea></p>
  <p><button class="primary">Create</button></p>
</form>`,
  };
}
