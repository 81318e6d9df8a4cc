import { civilToday, toEpochDay } from "../../calendar/index.ts";
import { Temporal } from "../../temporal.ts";
import { type Lateness, type ToldOfLate, text } from "../../text/index.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { answerableInOrder } from "../people/answerable-in-order.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { starterOf } from "../people/starter-of.ts";
import { hasSaid } from "../said.ts";
import { dueMomentOf } from "../state/due-moment-of.ts";
import { isNotAfter, momentAfter, momentFrameOf } from "../state/moments.ts";
import type { TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** So many business days pass between two words about the same late step, once everybody has heard of it. */
const againAfterBusinessDays = 5;

/**
 * The ladder of a late step: first whoever answers for it hears, then who started the run or has it as a step of the run above, then both
 * again every fifth business day. Somebody who has the step knows, so the next in line hears instead, down to those who stand in for whoever answers;
 * only when there is nobody else is whoever has it asked. Rungs that were missed are said as one.
 */
export function escalationOf(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const rung = task.isLate ? rungOf(task, facts) : 0;
  if (rung === 0 || hasSaid(keyOf(task, rung, facts), issue)) return [];
  const isUnsaid = (earlier: number) => !hasSaid(keyOf(task, earlier, facts), issue);
  const told = toldAt(rung, isUnsaid, task, facts);
  const key = keyOf(task, rung, facts);
  const turn = turnOf({ ...facts, task });
  const late = latenessOf(task, facts);
  if (told.length > 0) return [{ issue, key, words: text.turns.escalation(turn, late, told) }];
  const isSecond = rung === 2 && facts.handbook.handbook.config.escalateAfter.length === 2;
  if (task.awaited.length === 0 || (isSecond && !isUnsaid(1))) return [];
  return [{ issue, key, words: text.turns.overdue(turn, late) }];
}

/** How many rungs have been reached by now; they are counted from the due moment, or from the step's turn when that came later. */
function rungOf(task: TaskState, facts: StatusFacts): number {
  const frame = momentFrameOf(facts, task);
  const { config, calendar } = frame;
  const due = dueMomentOf(task, facts);
  const turn = turnMoment(task, facts);
  const from = isNotAfter(turn, due) ? due : turn;
  const rungs = facts.handbook.handbook.config.escalateAfter
    .map((after) => momentAfter(from, after, frame))
    .sort(Temporal.Instant.compare);
  const last = rungs.at(-1);
  if (last === undefined || !isNotAfter(last, facts.now))
    return rungs.filter((moment) => isNotAfter(moment, facts.now)).length;
  const since = calendar.businessDaysBetween(
    toEpochDay(civilToday(last, config.timeZone)),
    toEpochDay(facts.state.today),
  );
  return rungs.length + Math.floor(since / againAfterBusinessDays);
}

function latenessOf(task: TaskState, facts: StatusFacts): Lateness {
  const { calendar, config } = momentFrameOf(facts, task);
  const turn = civilToday(turnMoment(task, facts), config.timeZone);
  return {
    businessDays: calendar.businessDaysBetween(toEpochDay(task.dueDate), toEpochDay(facts.state.today)),
    turnCameOn: turn > task.dueDate ? turn : undefined,
  };
}

function turnMoment({ readyAt, openedAgainAt = "" }: TaskState, { now }: StatusFacts): string {
  const ready = readyAt ?? now;
  return openedAgainAt > ready ? openedAgainAt : ready;
}

/** A step that was opened again when it was late already is late anew. */
function keyOf(task: TaskState, rung: number, facts: StatusFacts): string {
  const { dueDate, openedAgainAt } = task;
  const isAnew = openedAgainAt !== undefined && !isNotAfter(openedAgainAt, dueMomentOf(task, facts));
  return ["escalation", dueDate, ...(isAnew ? [openedAgainAt] : []), ...(rung > 1 ? [rung] : [])].join(" ");
}

function toldAt(
  rung: number,
  isUnsaid: (rung: number) => boolean,
  task: TaskState,
  facts: StatusFacts,
): ToldOfLate[] {
  const rungs = facts.handbook.handbook.config.escalateAfter.length;
  const first = rung === 1 || rung > rungs || isUnsaid(1);
  const second = rung > 1;
  const byRole = answering(task, facts);
  const [accountable, starter] = [byRole.flatMap((line) => line.slice(0, 1)), starting(facts)];
  const owner = accountable.slice(1);
  const others = byRole.flatMap((line) => line.slice(1));
  const chains = [
    ...(first ? [[...accountable, ...starter, ...others]] : []),
    ...(second ? [[...starter, ...owner, ...accountable, ...others]] : []),
  ];
  const told: ToldOfLate[] = [];
  const isTold = ({ login }: ToldOfLate) => told.some((other) => isSamePerson(other.login, login));
  const hasIt = ({ login }: ToldOfLate) => task.awaited.some((person) => isSamePerson(person, login));
  for (const chain of chains) {
    const next = chain.find((candidate) => !hasIt(candidate));
    if (next && !isTold(next)) told.push(next);
  }
  return told;
}

/** Those who answer for the step, then those who answer for the process, each in the order in which they are turned to. */
function answering(task: TaskState, facts: StatusFacts): ToldOfLate[][] {
  const { definition, handbook } = facts;
  const stepRole = task.definition?.accountable ?? definition.processOwner;
  return [stepRole, definition.processOwner].map((role) => {
    const title = handbook.handbook.roles.get(role)?.title ?? role;
    const process = role === stepRole ? undefined : definition.title;
    return answerableInOrder(role, facts).map(({ login, standsInFor }) => ({
      login,
      answersFor: { role: title, standsInFor, process },
    }));
  });
}

/** Whoever started the run; of one that the bot opened for a step of the run above, those who have that step. */
function starting(facts: StatusFacts): ToldOfLate[] {
  const { run } = facts.observed;
  const login = starterOf(facts)?.login;
  if (login !== undefined) return [{ login }];
  return isChildRun(run) ? run.assignees.map((person) => ({ login: person, hasRun: true })) : [];
}
