import { requireTriage } from "../../state/authority.ts";
import { findIssue } from "../../state/find-issue.ts";
import { addLabels, removeLabels } from "../../state/label-issue.ts";
import { findLabel } from "../../state/labels.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Label } from "../../state/types.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { issueAddress } from "../parts/issue-link.ts";

/** Adds one more label. */
export function labelAction(context: PageContext, form: URLSearchParams, number = ""): Page {
  const issue = findIssue(context.act.state, Number(number));
  requireTriage(context.act);
  addLabels(context.act, issue, [labelOf(context, form)]);
  return { redirect: context.repo(issueAddress(issue)) };
}

export function unlabelAction(context: PageContext, form: URLSearchParams, number = ""): Page {
  const issue = findIssue(context.act.state, Number(number));
  requireTriage(context.act);
  removeLabels(context.act, issue, [labelOf(context, form)]);
  return { redirect: context.repo(issueAddress(issue)) };
}

function labelOf({ act }: PageContext, form: URLSearchParams): Label {
  const label = findLabel(act.state, form.get("name") ?? "");
  if (label === undefined) throw new Refusal("unprocessable", "There is no such label.");
  return label;
}
