import { type CivilDate, toEpochDay, type WorkCalendar } from "../calendar/index.ts";
import { type ProcessDefinition, type StepId, settingsFor } from "../definition/index.ts";
import { planBasisOf } from "../holidays/index.ts";
import { type PlanRequest, type RunPlan, scheduleEarliestRun, scheduleRun } from "../plan/index.ts";
import { matchSteps } from "./match-steps.ts";
import type { ProcessSide } from "./people-changes.ts";

/** A step that is due on another day, as an example plan has it. */
export interface DateShift {
  readonly step: StepId;
  readonly title: string;
  readonly before: CivilDate;
  readonly after: CivilDate;
  /** Later is more than zero. */
  readonly businessDays: number;
}

/** The same run planned before and after a change, for one anchor date that gives both the time they need. */
export interface ExamplePlans {
  readonly anchorDate: CivilDate;
  readonly before: RunPlan;
  readonly after: RunPlan;
  /** In the order of the new plan; steps that came or went are no shift. */
  readonly shifts: readonly DateShift[];
}

/**
 * Plans a run before and after a change, for the earliest anchor date on which neither would be late from the start. Both are
 * planned with the calendar and people as they are after the change, so that only the process makes a difference.
 */
export function examplePlans(before: ProcessSide, after: ProcessSide, today: CivilDate): ExamplePlans {
  const basis = planBasisOf(settingsFor(after.definition, after.handbook.config), after.handbook);
  const request = ({ definition, handbook }: ProcessSide): Omit<PlanRequest, "anchorDate"> => ({
    ...basis,
    definition,
    today,
    answers: new Map(),
    processes: handbook.processes,
  });
  const [earliestBefore, earliestAfter] = [before, after].map(
    (side) => scheduleEarliestRun(request(side)).anchorDate,
  );
  const anchorDate = [earliestBefore ?? today, earliestAfter ?? today].sort().at(-1) ?? today;
  const plans = {
    before: scheduleRun({ ...request(before), anchorDate }),
    after: scheduleRun({ ...request(after), anchorDate }),
  };
  return {
    anchorDate,
    ...plans,
    shifts: shiftsBetween(plans, before.definition, after.definition, basis.calendar),
  };
}

function shiftsBetween(
  plans: { readonly before: RunPlan; readonly after: RunPlan },
  before: ProcessDefinition,
  after: ProcessDefinition,
  calendar: WorkCalendar,
): DateShift[] {
  const idBefore = new Map(matchSteps(before, after).pairs.map((pair) => [pair.after.id, pair.before.id]));
  const earlier = new Map(plans.before.tasks.map((task) => [task.step, task.dueDate]));
  return plans.after.tasks.flatMap(({ step, title, dueDate }) => {
    const was = earlier.get(idBefore.get(step) ?? step);
    if (was === undefined || was === dueDate || step.includes("/")) return [];
    const businessDays = calendar.businessDaysBetween(toEpochDay(was), toEpochDay(dueDate));
    return [{ step, title, before: was, after: dueDate, businessDays }];
  });
}
