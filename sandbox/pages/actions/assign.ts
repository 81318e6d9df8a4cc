import { addAssignees, removeAssignees } from "../../state/assign.ts";
import { requireTriage } from "../../state/authority.ts";
import { findIssue } from "../../state/find-issue.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Account } from "../../state/types.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { issueAddress } from "../parts/issue-link.ts";

/** Assigns one more person. */
export function assignAction(context: PageContext, form: URLSearchParams, number = ""): Page {
  const issue = findIssue(context.act.state, Number(number));
  requireTriage(context.act);
  addAssignees(context.act, issue, [accountOf(context, form)]);
  return { redirect: context.repo(issueAddress(issue)) };
}

export function unassignAction(context: PageContext, form: URLSearchParams, number = ""): Page {
  const issue = findIssue(context.act.state, Number(number));
  requireTriage(context.act);
  removeAssignees(context.act, issue, [accountOf(context, form)]);
  return { redirect: context.repo(issueAddress(issue)) };
}

function accountOf({ act }: PageContext, form: URLSearchParams): Account {
  const account = act.state.accounts.get((form.get("login") ?? "").toLowerCase());
  if (account === undefined) throw new Refusal("unprocessable", "Nobody has this name here.");
  return account;
}
