import { requireEdit } from "../../state/authority.ts";
import { editIssue } from "../../state/edit-issue.ts";
import { findIssue } from "../../state/find-issue.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { issueAddress } from "../parts/issue-link.ts";
import { sentText } from "./sent-text.ts";

/** Changes title and description, or ticks a box of it. */
export function editIssueAction(context: PageContext, form: URLSearchParams, number = ""): Page {
  const issue = findIssue(context.act.state, Number(number));
  requireEdit(context.act, issue);
  editIssue(context.act, issue, {
    title: form.get("title") ?? issue.title,
    body: sentText(issue, form),
  });
  return { redirect: context.repo(issueAddress(issue)) };
}
