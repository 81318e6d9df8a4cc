import { allows, isInside, permissionOf } from "./permissions.ts";
import { Refusal } from "./refusal.ts";
import type { Account, GitHubState, Issue } from "./types.ts";

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/assigning-issues-and-pull-requests-to-other-github-users */
export const maximumAssignees = 10;

/**
 * Whether GitHub lets `account` be assigned: people with write access, organisation members with read access,
 * and whoever commented on this issue. `issue` is null for an issue yet to be made.
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/assigning-issues-and-pull-requests-to-other-github-users
 */
export function isAssignable(state: GitHubState, account: Account, issue: Issue | null): boolean {
  if (account.type !== "User") return false;
  if (isInside(state, account)) {
    if (state.repository.owner.type === "Organization") return true;
    return allows(permissionOf(state, account), "write");
  }
  return issue?.comments.some((comment) => comment.author.id === account.id) ?? false;
}

/** Refuses when one of `accounts` cannot be assigned, or when there are too many in all. */
export function checkAssignees(state: GitHubState, accounts: readonly Account[], issue: Issue | null): void {
  const refused = accounts.filter((account) => !isAssignable(state, account, issue));
  if (refused.length > 0) throw unassignable(refused.map((account) => account.login));
  if (accounts.length > maximumAssignees) throw tooManyAssignees();
}

/** https://github.com/opensearch-project/opensearch-migrations/pull/2361 has the message. */
export function unassignable(logins: readonly string[]): Refusal {
  const message = `assignees ${logins.join(", ")} cannot be assigned to this issue`;
  return new Refusal("unprocessable", message, [
    { resource: "Issue", field: "assignees", code: "invalid", message },
  ]);
}

/** The documented limit is ten; that more is an error and not a silent drop is our conservative reading. */
function tooManyAssignees(): Refusal {
  const message = `assignees are limited to ${maximumAssignees}`;
  return new Refusal("unprocessable", message, [
    { resource: "Issue", field: "assignees", code: "custom", message },
  ]);
}
