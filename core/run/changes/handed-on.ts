import { text } from "../../text/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { hasSaid } from "../said.ts";
import type { TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

type Handed = Extract<LedgerEntry, { kind: "handed" }>;

/** What the new person hears of a step that was handed on, and whoever had it before; neither hears what they did themselves. */
export function handedOn(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  return facts.ledger.entries.flatMap((entry) => {
    if (!("step" in entry) || entry.step !== task.step) return [];
    if (entry.kind === "handed") return handed(entry, task, issue, facts);
    if (entry.kind !== "undone" || entry.of !== "handed" || !hasSaid(`handed ${entry.asked}`, issue))
      return [];
    const people = task.people.filter((login) => !isSamePerson(login, entry.by));
    if (people.length === 0) return [];
    const words = text.told.handedBack(people, entry.by, task.title, task.people);
    return [{ issue, key: `handed ${entry.comment}`, words }];
  });
}

function handed(entry: Handed, task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const isIn = (logins: readonly string[]) => (login: string) =>
    logins.some((other) => isSamePerson(other, login));
  const to = entry.to.filter((login) => isIn(task.people)(login) && !isSamePerson(login, entry.by));
  const from = (entry.from ?? []).filter(
    (login) => !isIn(entry.to)(login) && !isIn(task.people)(login) && !isSamePerson(login, entry.by),
  );
  if (to.length + from.length === 0) return [];
  const words = text.told.handed({
    to,
    from,
    by: entry.by,
    title: task.title,
    dueDate: task.dueDate,
    reason: entry.reason,
    isApproval: task.kind === "approval",
    isTheirTurn: task.status === "ready",
    ending: text.turns.howToEnd(turnOf({ ...facts, task })),
  });
  return [{ issue, key: `handed ${entry.comment ?? entry.at}`, words }];
}
