import fc from "fast-check";
import { expect, test } from "vitest";
import { scheduleEarliestRun, scheduleRun } from "../../../core/plan/index.ts";
import { planRequest } from "../../builders.ts";
import { tries } from "../../tries.ts";
import { anyRun, planBothWays } from "./any-run.ts";
import { referenceDues, referenceEarliest } from "./reference-plan.ts";

test("due dates are those of a plan made day by day in Temporal", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { definition, plan, slow } = planBothWays(run);
      const expected = referenceDues(definition, run.anchor, run.today, slow);
      expect(new Map(plan.tasks.map(({ step, dueDate }) => [step, dueDate]))).toEqual(expected);
    }),
    { numRuns: tries(1500) },
  );
});

test("no step is due before one it waits for, or before today, without a warning", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
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
    fc.property(anyRun, (run) => {
      const { definition, plan, slow } = planBothWays(run);
      expect(plan.earliestAnchorDate).toBe(referenceEarliest(definition, run.today, slow));
    }),
    { numRuns: tries(250) },
  );
});

test("the plan for the earliest anchor date is the one made for that date", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
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
    fc.property(anyRun, (run) => {
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
      const start = run.anchorName === undefined ? run.anchor : run.today;
      if (plan.tasks.some(({ dueDate }) => dueDate < start || dueDate < run.today)) return;
      if (plan.warnings.some(({ id }) => id === "too-tight")) return;
      expect(plan.tasks.some(({ dueDate, critical }) => critical && dueDate === ends.at(-1))).toBe(true);
    }),
    { numRuns: tries(1500) },
  );
});
