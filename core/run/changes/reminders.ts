import { civilToday, formatQuantity, toEpochDay } from "../../calendar/index.ts";
import { Temporal } from "../../temporal.ts";
import { text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { chasedFor } from "../people/chased-for.ts";
import { hasSaid, saidWith } from "../said.ts";
import { dueMoment, isBusinessTime, isNotAfter, momentFrameOf, reminderMoment } from "../state/moments.ts";
import type { TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import { escalationOf } from "./escalation.ts";
import type { Message } from "./messages.ts";

/**
 * The reminder or the escalation that is due for a task now. Both are worked out from its dates and from what was
 * already said, so a sweep that comes late or twice says each thing once: of several reminders that were missed only
 * the last is said, and none of the day on which people heard that it is their turn, or before. Nothing is said on a day off, nor before the day begins.
 */
export function reminderOf(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const isAsked = task.question !== undefined;
  if (!isAsked && (task.status !== "ready" || task.kind === "checkpoint" || task.kind === "process"))
    return [];
  const frame = momentFrameOf(facts, task);
  if (!isBusinessTime(facts.now, frame)) return [];
  if (isNotAfter(dueMoment(task.dueDate, frame), facts.now)) return escalationOf(task, issue, facts);
  const { config } = facts.handbook.handbook;
  const dayOf = (instant: string) => civilToday(instant, config.timeZone);
  const points = config.reminders
    .map((before) => ({
      key: `reminder ${task.dueDate} ${formatQuantity(before)}`,
      at: reminderMoment(task.dueDate, before, frame),
    }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const heardOn = dayOf(heardAt(task, issue) ?? facts.now);
  const passed = points.filter(({ at }) => isNotAfter(at, facts.now) && heardOn < dayOf(at));
  const last = passed.at(-1);
  const told = chasedFor(task, facts);
  if (!last || told.length === 0 || hasSaid(last.key, issue)) return [];
  const days = toEpochDay(task.dueDate) - toEpochDay(facts.state.today);
  const when = days === 0 ? "today" : days === 1 ? "tomorrow" : days;
  const words = text.runComments.reminder(turnOf({ ...facts, task }), told, when, frame.config.dueTime);
  return [{ issue, key: last.key, words }];
}

/** When people heard of their turn; nothing while they are still to be told. A step that waits for nobody was theirs when it was made. */
function heardAt({ readyAt, dependsOn }: TaskState, issue: ObservedIssue): string | undefined {
  const comment = saidWith(`turn ${readyAt}`, issue);
  return comment?.createdAt ?? (dependsOn.length === 0 ? readyAt : undefined);
}
