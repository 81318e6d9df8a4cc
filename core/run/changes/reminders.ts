import { civilToday, formatQuantity, toEpochDay } from "../../calendar/index.ts";
import { Temporal } from "../../temporal.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { ObservedComment, ObservedIssue } from "../observed/observed-run.ts";
import { chasedFor } from "../people/chased-for.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { hasSaid, saidWith } from "../said.ts";
import { dueMomentOf } from "../state/due-moment-of.ts";
import { isBusinessTime, isNotAfter, momentFrameOf, reminderMoment } from "../state/moments.ts";
import type { TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import { escalationOf } from "./escalation.ts";
import type { Message } from "./messages.ts";

/**
 * The reminder or the escalation that is due for a task now. Both are worked out from its dates and from what was
 * already said, so a sweep that comes late or twice says each thing once: of several reminders that were missed only
 * the last is said, and none of the day on which people heard that it is their turn, or before. Nobody is reminded on a day off of theirs,
 * nor before their day begins; of what is late nothing is said while that holds for the team.
 */
export function reminderOf(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const isAsked = task.question !== undefined;
  if (!isAsked && (task.status !== "ready" || task.kind === "checkpoint" || task.kind === "process"))
    return [];
  if (isNotAfter(dueMomentOf(task, facts), facts.now))
    return isBusinessTime(facts.now, momentFrameOf(facts, task)) ? escalationOf(task, issue, facts) : [];
  const reminded = new Map<string, string[]>();
  for (const person of chasedFor(task, facts)) {
    const key = keyFor(person, task, issue, facts);
    if (key !== undefined) reminded.set(key, [...(reminded.get(key) ?? []), person]);
  }
  return [...reminded].map(([key, told]) => ({ issue, key, words: wordsFor(told, task, facts) }));
}

/**
 * The key of the reminder that a person is to hear now, by their own clock and days of work; nothing when there is none. Those who live
 * apart hear at different moments: whoever comes after the first has a key of their own.
 */
function keyFor(
  person: string,
  task: TaskState,
  issue: ObservedIssue,
  facts: StatusFacts,
): string | undefined {
  const frame = momentFrameOf(facts, task, person);
  if (!isBusinessTime(facts.now, frame)) return undefined;
  const dayOf = (instant: string) => civilToday(instant, frame.config.timeZone);
  const heardOn = dayOf(heardAt(task, issue) ?? facts.now);
  const last = facts.handbook.handbook.config.reminders
    .map((before) => ({
      key: `reminder ${task.dueDate} ${formatQuantity(before)}`,
      at: reminderMoment(task.dueDate, before, frame),
    }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .filter(({ at }) => isNotAfter(at, facts.now) && heardOn < dayOf(at))
    .at(-1);
  if (last === undefined) return undefined;
  const said = saidWith(last.key, issue);
  if (said === undefined) return last.key;
  const own = `${last.key} ${person.toLowerCase()}`;
  const isCovered = isNotAfter(last.at, said.createdAt) || isMentioned(person, said) || hasSaid(own, issue);
  return isCovered ? undefined : own;
}

function isMentioned(login: string, { body }: ObservedComment): boolean {
  const named = body.match(/@[A-Za-z0-9-]+/g) ?? [];
  return named.some((mention) => isSamePerson(mention.slice(1), login));
}

function wordsFor(told: readonly string[], task: TaskState, facts: StatusFacts): Markdown {
  const frame = momentFrameOf(facts, task, told[0]);
  const today = toEpochDay(civilToday(facts.now, frame.config.timeZone));
  const days = toEpochDay(task.dueDate) - today;
  return text.turns.reminder(turnOf({ ...facts, task }), told, {
    when: days === 0 ? "today" : days === 1 ? "tomorrow" : days,
    dueTime: frame.config.dueTime,
    zone: frame.dueZone,
  });
}

/** When people heard of their turn; nothing while they are still to be told. A step that waits for nobody was theirs when it was made. */
function heardAt({ readyAt, dependsOn }: TaskState, issue: ObservedIssue): string | undefined {
  const comment = saidWith(`turn ${readyAt}`, issue);
  return comment?.createdAt ?? (dependsOn.length === 0 ? readyAt : undefined);
}
