import { text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { eachOnce } from "../people/each-once.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import { isLeftUnapproved } from "../state/approvals-in-wait.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/**
 * Whoever is to be informed of a step hears once that it is over. Not whoever had it or ended it, and not those whose turn comes
 * by it: they hear that. A step that is done over is not told again.
 */
export function informedOf(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  if (task.status !== "done" && task.status !== "skipped") return [];
  const next = facts.state.tasks.filter(
    ({ dependsOn, status }) => dependsOn.includes(task.step) && status === "ready",
  );
  const knowing = [task.endedBy ?? "", ...task.people, ...next.flatMap(({ people }) => people)];
  const named = (task.definition?.informed ?? []).flatMap((role) => peopleOfRole(role, facts).people);
  const people = eachOnce(named).filter((login) => !knowing.some((other) => isSamePerson(other, login)));
  if (people.length === 0) return [];
  const words = text.runComments.informed({
    people,
    title: task.title,
    by: task.endedBy === "" ? undefined : task.endedBy,
    outcome: task.outcome,
    outputs: task.status === "done" ? (task.definition?.outputs ?? []) : [],
    wasSkipped: task.status === "skipped",
    isNotApproved: isLeftUnapproved(task, facts.handbook),
  });
  return [{ issue, key: "informed", words }];
}
