import { formatQuantity, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import { text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { hasSaid } from "../said.ts";
import { dueMoment, isNotAfter, momentBefore } from "../state/moments.ts";
import type { TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import { escalationOf } from "./escalation.ts";
import type { Message } from "./messages.ts";

/**
 * The reminder or the escalation that is due for a task now. Both are worked out from its dates and from what was
 * already said, so a sweep that comes late or twice says each thing once: of several reminders that were missed only
 * the last is said, and none that lies before the task's turn.
 */
export function reminderOf(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  if (
    task.status !== "ready" ||
    task.awaited.length === 0 ||
    task.kind === "checkpoint" ||
    task.kind === "process"
  )
    return [];
  const { config } = facts.handbook.handbook;
  const frame = { config, calendar: workCalendarOf(config) };
  if (isNotAfter(dueMoment(task.dueDate, frame), facts.now)) return escalationOf(task, issue, facts);
  const points = config.reminders
    .map((before) => ({
      key: `reminder ${task.dueDate} ${formatQuantity(before)}`,
      at: momentBefore(task.dueDate, before, frame),
    }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const passed = points.filter(
    ({ at }) => isNotAfter(at, facts.now) && isNotAfter(task.readyAt ?? facts.now, at),
  );
  const last = passed.at(-1);
  if (!last || hasSaid(last.key, issue)) return [];
  const days = toEpochDay(task.dueDate) - toEpochDay(facts.state.today);
  const when = days === 0 ? "today" : days === 1 ? "tomorrow" : days;
  return [
    {
      issue,
      key: last.key,
      words: text.runComments.reminder(turnOf({ ...facts, task }), when, config.dueTime),
    },
  ];
}
