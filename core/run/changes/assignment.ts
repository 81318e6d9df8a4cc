import type { ObservedIssue } from "../observed/observed-run.ts";
import { accountNow } from "../people/account.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";

type AssignmentFacts = Pick<StatusFacts, "observed" | "ledger">;

/** Those in charge of a task whom GitHub lets the bot assign; nobody whose login another account has by now. */
export function assignablePeople(task: TaskState, { observed, ledger }: AssignmentFacts): string[] {
  const { people } = observed;
  return task.people.filter(
    (login) =>
      people.isAssignable.get(login.toLowerCase()) === true &&
      isKnownAs(login, accountNow(login, people), ledger, task.step),
  );
}

/** The assignees of a step's issue made as they should be; nothing while nobody in charge can be assigned. */
export function assignmentChanges(task: TaskState, issue: ObservedIssue, facts: AssignmentFacts): Change[] {
  const lower = (logins: readonly string[]) => new Set(logins.map((login) => login.toLowerCase()));
  const wanted = assignablePeople(task, facts);
  if (wanted.length === 0) return [];
  const [wantedKeys, presentKeys] = [lower(wanted), lower(issue.assignees)];
  const added = wanted.filter((login) => !presentKeys.has(login.toLowerCase()));
  const removed = issue.assignees.filter((login) => !wantedKeys.has(login.toLowerCase()));
  return [
    ...(added.length > 0 ? [{ kind: "add-assignees", issue: issue.number, logins: added } as const] : []),
    ...(removed.length > 0
      ? [{ kind: "remove-assignees", issue: issue.number, logins: removed } as const]
      : []),
  ];
}
