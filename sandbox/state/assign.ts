import { checkAssignees } from "./assignable.ts";
import { emit } from "./emit.ts";
import { notify } from "./notify.ts";
import { recordTimeline } from "./record-timeline.ts";
import type { Account, Act, Issue } from "./types.ts";

/**
 * Adds those of `accounts` who are not assigned yet; refuses as a whole when one of them cannot be.
 * `quietly` leaves telling them to the caller.
 */
export function addAssignees(
  act: Act,
  issue: Issue,
  accounts: readonly Account[],
  options: { quietly?: boolean } = {},
): void {
  const added = unique(accounts).filter((account) => !issue.assignees.some(({ id }) => id === account.id));
  checkAssignees(act.state, [...issue.assignees, ...added], issue);
  for (const assignee of added) {
    issue.assignees.push(assignee);
    recordTimeline(act, issue, { event: "assigned", assignee });
    emit(act, { name: "issues", action: "assigned", issue, assignee });
  }
  if (options.quietly !== true && added.length > 0)
    notify(act, issue, { kind: "assigned", text: "", assigned: added, toSubscribers: false });
}

export function removeAssignees(act: Act, issue: Issue, accounts: readonly Account[]): void {
  for (const assignee of unique(accounts)) {
    const at = issue.assignees.findIndex(({ id }) => id === assignee.id);
    if (at === -1) continue;
    issue.assignees.splice(at, 1);
    recordTimeline(act, issue, { event: "unassigned", assignee });
    emit(act, { name: "issues", action: "unassigned", issue, assignee });
  }
}

/** Makes exactly `accounts` the assignees; checks before anything changes. */
export function setAssignees(act: Act, issue: Issue, accounts: readonly Account[]): void {
  checkAssignees(act.state, unique(accounts), issue);
  removeAssignees(
    act,
    issue,
    issue.assignees.filter(({ id }) => !accounts.some((account) => account.id === id)),
  );
  addAssignees(act, issue, accounts);
}

const unique = (accounts: readonly Account[]): Account[] => [
  ...new Map(accounts.map((account) => [account.id, account])).values(),
];
