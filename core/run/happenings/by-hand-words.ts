import { type Markdown, namesFor, text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import type { HandAct } from "../rights/index.ts";
import { stillAwaited } from "../state/still-awaited.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import type { HandVerdict } from "./judge-by-hand.ts";

type Refused = Extract<HandVerdict, { counts: false }>;

/** What is said to whoever closed the issue of a step that is opened again. */
export function closingWords(
  { because, others, people }: Refused,
  act: HandAct,
  task: TaskState,
  state: RunState,
  { closedBy }: Pick<ObservedIssue, "closedBy">,
): Markdown {
  const who = text.runComments.to(closedBy ?? "");
  if (task.kind === "checkpoint")
    return text.rights.putBack.checkpoint(who, task.title, stillAwaited(task, state));
  if (because === "no-reason")
    return text.rights.putBack.closedWithoutReason(who, "/skip why it is not needed");
  if (because === "unclear") return text.rights.putBack.closedUnclear(who, task);
  if (because === "judged") return text.rights.putBack.closedOwnWork(who, task.kind === "approval");
  if (act === "close-duplicate" && task.kind !== "approval" && task.kind !== "decision")
    return text.rights.putBack.duplicate(who);
  if (act === "close-completed" || act === "close-duplicate") {
    if (task.kind === "approval") return text.runComments.closingIsNoApproval(closedBy);
    if (task.kind === "decision")
      return text.runComments.closingIsNoDecision(closedBy, task.definition?.options ?? []);
  }
  return text.rights.putBack.closed(who, others, people);
}

/** What is said to whoever opened the issue of a step again that is closed again. */
export function reopeningWords({ because, others, people }: Refused, by: string, task: TaskState): Markdown {
  const who = text.runComments.to(by);
  return because === "unclear"
    ? text.rights.putBack.reopenedUnclear(who, task)
    : text.rights.putBack.reopened(who, others, people);
}

/** What is said to whoever closed a step before its turn that cannot be done before it. */
export function beforeItsTurn(
  task: TaskState,
  state: RunState,
  { closedBy }: Pick<ObservedIssue, "closedBy">,
): Markdown {
  const who = text.runComments.to(closedBy ?? "");
  return text.rights.putBack.beforeItsTurn(who, task.title, stillAwaited(task, state));
}

/** What is said to whoever gave a step to somebody else by hand. */
export function assignmentWords(
  { because, others }: Refused,
  by: string,
  task: TaskState,
  added: readonly string[],
): Markdown {
  const who = text.runComments.to(by);
  const names = namesFor(by, task.people);
  if (because === "unclear") return text.rights.putBack.assignedUnclear(who, task, names);
  if (because === "judged") return text.rights.putBack.assignedOwnWork(who, names);
  if (because === "no-reason") {
    const replaces = task.kind === "approval" ? " for @login" : "";
    const line = `/hand-to @${added[0] ?? "login"}${replaces} why`;
    return text.rights.putBack.assignedWithoutReason(who, names, line);
  }
  return text.rights.putBack.assigned(who, others, names);
}
