import { addAssignees, removeAssignees } from "../state/assign.ts";
import { isAssignable, maximumAssignees } from "../state/assignable.ts";
import { mayTriage } from "../state/permissions.ts";
import { Refusal } from "../state/refusal.ts";
import type { Account, Issue } from "../state/types.ts";
import { viewAccount } from "../views/view-account.ts";
import { viewIssue } from "../views/view-issue.ts";
import { issueOf } from "./issue-of.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const assigneeHandlers: RestHandlers = {
  "issues/list-assignees": (request) => {
    const accounts = [...request.act.state.accounts.values()].filter((account) =>
      isAssignable(request.act.state, account, null),
    );
    return paginate(request, accounts, (account) => viewAccount(account, request.context));
  },

  "issues/check-user-can-be-assigned": (request) => checkAssignable(request, null),
  "issues/check-user-can-be-assigned-to-issue": (request) => checkAssignable(request, issueOf(request)),

  "issues/add-assignees": (request) => {
    const { act } = request;
    const issue = issueOf(request);
    // Logins that cannot be assigned are just missing from the answer, and without access all of them are:
    // https://github.com/upptime/upptime/issues/125
    const assignable = accountsOf(request).filter((account) => isAssignable(act.state, account, issue));
    if (mayTriage(act)) addAssignees(act, issue, withinLimit(issue, assignable));
    return created(viewIssue(issue, request.context));
  },

  "issues/remove-assignees": (request) => {
    const issue = issueOf(request);
    if (mayTriage(request.act)) removeAssignees(request.act, issue, accountsOf(request));
    return ok(viewIssue(issue, request.context));
  },
};

function checkAssignable({ act, parameters }: RestRequest, issue: Issue | null) {
  const account = act.state.accounts.get((parameters["assignee"] ?? "").toLowerCase());
  if (account === undefined || !isAssignable(act.state, account, issue))
    throw new Refusal("not-found", "Not Found");
  return noContent();
}

function accountsOf(request: RestRequest): Account[] {
  const { assignees = [] } = bodyOf<{ assignees?: readonly string[] }>(request);
  return assignees.flatMap((login) => request.act.state.accounts.get(login.toLowerCase()) ?? []);
}

// "Adds up to 10 assignees": the rest is left out like anybody else who cannot be assigned.
function withinLimit(issue: Issue, accounts: readonly Account[]): readonly Account[] {
  const fresh = accounts.filter(({ id }) => !issue.assignees.some((assignee) => assignee.id === id));
  return fresh.slice(0, maximumAssignees - issue.assignees.length);
}
