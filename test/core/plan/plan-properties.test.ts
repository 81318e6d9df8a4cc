import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createWorkCalendar,
  fromEpochDay,
  type IsoWeekday,
  toEpochDay,
} from "../../../core/calendar/index.ts";
import { defineProcess, parseProcess } from "../../../core/definition/index.ts";
import { scheduleEarliestRun, scheduleRun } from "../../../core/plan/index.ts";
import { date, planOf, planRequest } from "../../builders.ts";
import { tries } from "../../tries.ts";
import { dayByDay } from "../calendar/day-by-day.ts";
import { referenceDues, referenceEarliest } from "./reference-plan.ts";

interface StepPlan {
  /** How many steps before it this one waits for, and by how far back each stands. */
  readonly back: readonly number[] | undefined;
  readonly due: string | undefined;
  readonly duration: number | undefined;
  readonly isCheckpoint: boolean;
}

const offsets = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.constantFrom("d", "bd", "w"))
  .map(([amount, unit]) => `${amount > 0 ? "+" : ""}${unit === "w" ? Math.trunc(amount / 7) : amount}${unit}`)
  .map((text) => text.replace(/^\+0/, "0"));
const steps = fc.array(
  fc.record<StepPlan>({
    back: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), { nil: undefined }),
    due: fc.option(offsets, { nil: undefined }),
    duration: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
    isCheckpoint: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
);

/** A process with such steps, dates the wrong way round included: the checker would refuse some of them. */
function processWith(plans: readonly StepPlan[], anchor: string | undefined) {
  const lines = plans.map(({ back, due, duration, isCheckpoint }, index) => {
    const after = back?.map((distance) => index - distance).filter((other) => other >= 0);
    const fields = [
      `id: s${index}, title: Step ${index}, role: author`,
      ...(after ? [`after: [${after.map((other) => `s${other}`).join(", ")}]`] : []),
      ...(due === undefined ? [] : [`due: ${due}`]),
      ...(duration === undefined ? [] : [`duration: ${duration}bd`]),
      ...(isCheckpoint ? ["kind: checkpoint"] : []),
    ];
    return `  - { ${fields.join(", ")} }`;
  });
  const head = `title: T\nsummary: S\noutcome: O\ntrigger: T\nowner: editor\n${anchor === undefined ? "" : `anchor: ${anchor}\n`}`;
  return defineProcess(
    parseProcess({ path: "a/p.mdx", text: `---\n${head}steps:\n${lines.join("\n")}\n---\n` }),
  );
}

const days = fc
  .integer({ min: toEpochDay(date("2026-11-01")), max: toEpochDay(date("2028-03-31")) })
  .map(fromEpochDay);
const calendars = fc.record({
  workweek: fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 2 }),
  holidays: fc.uniqueArray(days, { maxLength: 30 }),
  closure: fc.tuple(days, fc.integer({ min: 0, max: 15 })),
});
const runs = fc.record({
  steps,
  anchorName: fc.constantFrom(undefined, "Publish date"),
  anchor: days,
  today: days,
  calendar: calendars,
});

type Run = typeof runs extends fc.Arbitrary<infer T> ? T : never;

function planBothWays({ steps: plans, anchorName, anchor, today, calendar }: Run) {
  const { workweek, holidays, closure } = calendar;
  const closed = { from: closure[0], to: fromEpochDay(toEpochDay(closure[0]) + closure[1]) };
  const definition = processWith(plans, anchorName);
  const fast = createWorkCalendar({
    workweek,
    publicHolidays: (year) => holidays.filter((holiday) => holiday.startsWith(`${year}-`)),
    closed: [closed],
  });
  const slow = dayByDay({ workweek, holidays: new Set(holidays), closed: [closed.from, closed.to] });
  const plan = planOf(definition, { anchorDate: anchor, today, calendar: fast });
  return { definition, plan, fast, slow };
}

test("due dates are those of a plan made day by day in Temporal", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { definition, plan, slow } = planBothWays(run);
      const expected = referenceDues(definition, run.anchor, run.today, slow);
      expect(new Map(plan.tasks.map(({ step, dueDate }) => [step, dueDate]))).toEqual(expected);
    }),
    { numRuns: tries(1500) },
  );
});

test("no step is due before one it waits for, or before today, without a warning", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { plan } = planBothWays(run);
      const dueOf = new Map(plan.tasks.map(({ step, dueDate }) => [step, dueDate]));
      const warned = (id: string) => plan.warnings.flatMap((one) => (one.id === id ? [one.step] : []));
      const tight = plan.tasks.filter(({ dueDate, dependsOn }) =>
        dependsOn.some((other) => (dueOf.get(other) ?? "") > dueDate),
      );
      expect(warned("too-tight")).toEqual(tight.map(({ step }) => step));
      const late = plan.tasks.filter(({ dueDate }) => dueDate < run.today);
      expect(warned("past-due")).toEqual(late.map(({ step }) => step));
    }),
    { numRuns: tries(1500) },
  );
});

test("the earliest anchor date is the first worked day that leaves nothing past due", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { definition, plan, slow } = planBothWays(run);
      expect(plan.earliestAnchorDate).toBe(referenceEarliest(definition, run.today, slow));
    }),
    { numRuns: tries(250) },
  );
});

test("the plan for the earliest anchor date is the one made for that date", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { definition, plan, fast } = planBothWays(run);
      const request = planRequest(definition, { today: run.today, calendar: fast });
      expect(scheduleEarliestRun(request)).toEqual(
        scheduleRun({ ...request, anchorDate: plan.earliestAnchorDate }),
      );
    }),
    { numRuns: tries(300) },
  );
});

test("a plan hangs together", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { plan } = planBothWays(run);
      const order = plan.tasks.map(({ step }) => step);
      for (const [index, task] of plan.tasks.entries()) {
        expect(task.plannedStart <= task.dueDate).toBe(true);
        expect(task.dependsOn.every((other) => order.indexOf(other) < index)).toBe(true);
        expect(task.critical).toBe(task.slackBusinessDays === 0);
        expect(Number.isInteger(task.slackBusinessDays) && task.slackBusinessDays >= 0).toBe(true);
      }
      const starts = plan.tasks.map(({ plannedStart }) => plannedStart);
      expect(plan.startDate).toBe(starts.sort()[0]);
      const ends = plan.tasks.map(({ dueDate }) => dueDate).sort();
      expect(plan.tasks.some(({ dueDate, critical }) => critical && dueDate === ends.at(-1))).toBe(true);
    }),
    { numRuns: tries(1500) },
  );
});
