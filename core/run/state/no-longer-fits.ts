import { fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { workCalendarOf } from "../../holidays/index.ts";
import type { MisfitFacts } from "../../text/index.ts";
import type { DaysAndPeople } from "../run-handbook.ts";
import type { StatusFacts } from "../status-comment.ts";
import { isAwayFor } from "./is-away-for.ts";
import { isOver, type TaskState } from "./task-state.ts";

/**
 * What of the promised dates and the people of a run does not fit the newest handbook, although it fitted the one the run began with: a date
 * on which nobody works now, an absence entered meanwhile, somebody who has left. Empty while there is no newer one.
 */
export function noLongerFits(facts: StatusFacts): MisfitFacts[] {
  const { newest, atStart, handbook } = facts.handbook;
  if (newest === undefined || atStart === undefined) return [];
  const now = { ...newest, config: handbook.config };
  const open = facts.state.tasks.filter((task) => !isOver(task) && !task.isLeftOut);
  const isToCome = ({ dueDate }: TaskState) => dueDate >= facts.state.today;
  const atAnchor = closedAnchor(now, atStart, facts);
  return [
    ...atAnchor,
    ...open.flatMap((task) => [
      // A run inside this one says it itself, and what is written there moves it.
      ...(!isToCome(task) ||
      task.kind === "process" ||
      task.definition?.isExact ||
      (atAnchor.length > 0 && task.dueDate === facts.state.anchorDate)
        ? []
        : closedDay(task, now, atStart)),
      ...(task.kind === "process" ? [] : missingPeople(task, isToCome(task), now, atStart)),
    ]),
  ];
}

type Calendar = ReturnType<typeof workCalendarOf>;

function isClosedNow(day: number, now: Calendar, then: Calendar): boolean {
  return !now.isBusinessDay(day) && then.isBusinessDay(day);
}

function closedAnchor(
  now: DaysAndPeople,
  then: DaysAndPeople,
  { state, definition }: StatusFacts,
): MisfitFacts[] {
  const calendar = workCalendarOf(now.config);
  const day = toEpochDay(state.anchorDate);
  if (state.anchorDate < state.today || !isClosedNow(day, calendar, workCalendarOf(then.config))) return [];
  const dueDate = fromEpochDay(calendar.nearestBusinessDay(day, "before"));
  const instead = dueDate >= state.today ? dueDate : fromEpochDay(calendar.nearestBusinessDay(day, "after"));
  return [{ kind: "anchor-closed", anchor: definition.anchor, dueDate: state.anchorDate, instead }];
}

function closedDay(task: TaskState, now: DaysAndPeople, then: DaysAndPeople): MisfitFacts[] {
  const calendar = workCalendarOf(now.config);
  const day = toEpochDay(task.dueDate);
  if (!isClosedNow(day, calendar, workCalendarOf(then.config))) return [];
  const instead = fromEpochDay(calendar.nearestBusinessDay(day, "after"));
  return [{ kind: "closed", ...named(task), dueDate: task.dueDate, instead }];
}

/** Those who have left, and those who are away for a step that is `toCome`. */
function missingPeople(
  task: TaskState,
  toCome: boolean,
  now: DaysAndPeople,
  then: DaysAndPeople,
): MisfitFacts[] {
  return task.people.flatMap((login): MisfitFacts[] => {
    const facts = { ...named(task), login, dueDate: task.dueDate, isApproval: task.kind === "approval" };
    const successor = successorOf(task, now);
    if (holds(login, then) && !holds(login, now) && now.roles.size > 0)
      return [{ kind: "left", ...facts, successor }];
    const isNews = toCome && isAwayFor(login, task, now) && !isAwayFor(login, task, then);
    return isNews ? [{ kind: "away", ...facts, successor }] : [];
  });
}

function named({ title, step, issue }: TaskState) {
  return { title, step, issue: issue?.number };
}

function holds(login: string, { roles }: DaysAndPeople): boolean {
  return [...roles.values()].some(({ people, deputies }) =>
    [...people, ...deputies].some((other) => other.toLowerCase() === login.toLowerCase()),
  );
}

/** Who could take a step over: the next of its roles who is there for it; nothing when there is nobody. */
function successorOf(task: TaskState, now: DaysAndPeople): string | undefined {
  const inCharge = new Set(task.people.map((login) => login.toLowerCase()));
  const roles = task.kind === "approval" ? task.parts.map(({ role }) => role) : task.roles;
  return roles
    .flatMap((role) => {
      const { people = [], deputies = [] } = now.roles.get(role) ?? {};
      return [...people, ...deputies];
    })
    .find((login) => !inCharge.has(login.toLowerCase()) && !isAwayFor(login, task, now));
}
