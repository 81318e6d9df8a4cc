import { text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** What approvers hear who had agreed to a text that was changed afterwards; nobody who has yet to agree needs to. */
export function askedAgain(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const { ledger, definition, state } = facts;
  if (task.kind !== "approval" || task.status !== "ready") return [];
  const work = judgedWork(definition, task.step, ledger);
  const index = ledger.entries.findLastIndex((entry) => entry.kind === "edited" && work.has(entry.step));
  const edited = ledger.entries[index];
  if (edited?.kind !== "edited") return [];
  const before = ledger.entries
    .slice(0, index)
    .flatMap((entry) => (entry.kind === "approved" && entry.step === task.step ? [entry.by] : []));
  const people = task.awaited.filter((login) => before.includes(login));
  if (people.length === 0) return [];
  const judged = state.tasks.find(({ step }) => step === edited.step);
  const words = text.told.askedAgain({
    people,
    by: edited.by,
    title: judged?.title ?? edited.step,
    issue: judged?.issue?.number,
  });
  return [{ issue, key: `asked again ${edited.at}`, words }];
}
