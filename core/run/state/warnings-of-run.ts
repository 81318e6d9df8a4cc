import { toEpochDay } from "../../calendar/index.ts";
import { planBasisOf } from "../../holidays/index.ts";
import { earliestAnchorDate, findWarnings, type PlanWarning } from "../../plan/index.ts";
import { text } from "../../text/index.ts";
import { isAwayFor } from "./is-away-for.ts";
import { frameOfRun } from "./promises-after-entry.ts";
import type { RunFacts } from "./run-state.ts";
import { isOver, type RunState } from "./task-state.ts";
import { tasksOfRun } from "./tasks-of-run.ts";

/** What somebody should know about the dates and people of a run as they stand: the warnings of a first plan, for what is not over. */
export function warningsOfRun(facts: RunFacts, state: RunState): PlanWarning[] {
  const { definition, handbook } = facts;
  const { config, roles } = handbook.handbook;
  const basis = planBasisOf(config, handbook.handbook);
  const open = state.tasks.filter((task) => !isOver(task));
  const isOpen = new Set(open.map(({ step }) => step));
  const tasks = tasksOfRun(facts.ledger, definition).filter(({ id }) => isOpen.has(id));
  const days = new Map(
    open.map(({ step, plannedStart, dueDate }) => [
      step,
      { plannedStart: toEpochDay(plannedStart), due: toEpochDay(dueDate) },
    ]),
  );
  const request = {
    ...basis,
    definition,
    anchorDate: state.anchorDate,
    today: state.today,
    answers: new Map<string, string>(),
    elsewhere: facts.elsewhere,
  };
  const assignments = new Map(
    open.map(({ step, people, roles: [role = definition.processOwner] }) => [
      step,
      people.length > 0
        ? people.map((person) => ({ role, person, away: [], passedOver: [] }))
        : roles.get(role)?.isOutside
          ? []
          : [{ role, person: undefined, away: [], passedOver: [] }],
    ]),
  );
  const away = open.flatMap((task) =>
    task.people
      .filter((person) => isAwayFor(person, task, handbook.handbook))
      .map(
        (person): PlanWarning => ({
          id: "absent",
          step: task.step,
          message: text.plan.away(task.title, basis.nameOf(person)),
        }),
      ),
  );
  return [...findWarnings({ request, tasks, days, assignments }), ...away];
}

/** The earliest anchor date at which nothing that is still to be done would be past due. */
export function earliestAnchorOfRun(facts: RunFacts, state: RunState): number {
  const isOpen = new Set(state.tasks.filter((task) => !isOver(task)).map(({ step }) => step));
  const tasks = tasksOfRun(facts.ledger, facts.definition).filter(({ id }) => isOpen.has(id));
  const frame = frameOfRun(facts.ledger, facts);
  const frameAt = (anchor: number) => ({
    ...frame,
    anchor,
    start: facts.definition.startsAtAnchor ? anchor : toEpochDay(state.today),
  });
  return earliestAnchorDate(tasks, toEpochDay(state.today), frameAt, frame.calendar);
}
