import fc from "fast-check";
import { expect, test } from "vitest";
import { type EpochDay, fromEpochDay, toEpochDay } from "../../../core/calendar/index.ts";
import type { StepId } from "../../../core/definition/index.ts";
import { type PromisedRun, promisesAfter } from "../../../core/plan/keep-promises.ts";
import { type AwaitedTask, lookAhead, plannedWork } from "../../../core/plan/look-ahead.ts";
import type { PlanFrame, TaskDays } from "../../../core/plan/promise-dates.ts";
import { selectTasks } from "../../../core/plan/select-tasks.ts";
import { standingsOf } from "../../../core/plan/standing.ts";
import { workOfStep } from "../../../core/plan/work-of-step.ts";
import { date } from "../../builders.ts";
import { tries } from "../../tries.ts";
import { anyRun, planBothWays } from "./any-run.ts";
import { type LifeEvent, referenceLife } from "./reference-life.ts";

/** What is wished for on a day; what the run does not allow then, such as a step ending before its turn, is left out. */
const wishes = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 6 }),
    kind: fc.constantFrom("ends", "ends", "ends", "ends", "moves", "dates"),
    step: fc.nat({ max: 9 }),
    by: fc.integer({ min: -15, max: 25 }),
  }),
  { maxLength: 14 },
);

test("promised, expected, late and held up are those of a life told day by day", () => {
  fc.assert(
    fc.property(anyRun, wishes, fc.nat({ max: 20 }), (run, wanted, rest) => {
      const { definition, plan, fast, slow } = planBothWays(run);
      const tasks = selectTasks(definition, new Map(), new Map());
      const start = definition.startsAtAnchor ? run.anchor : run.today;
      const dues = new Map(plan.tasks.map(({ step, dueDate }) => [step, dueDate]));
      let today = toEpochDay(start);
      let anchor = toEpochDay(run.anchor);
      const frameOf = (): PlanFrame => ({
        anchor,
        start: definition.startsAtAnchor ? anchor : toEpochDay(start),
        calendar: fast,
        processes: new Map(),
      });
      let days: ReadonlyMap<StepId, TaskDays> = new Map(
        plan.tasks.map(({ step, plannedStart, dueDate }) => [
          step,
          { plannedStart: toEpochDay(plannedStart), due: toEpochDay(dueDate) },
        ]),
      );
      const endedOn = new Map<StepId, EpochDay>();
      const datedByHand = new Set<StepId>();
      const events: LifeEvent[] = [];
      for (const { after, kind, step, by } of wanted) {
        today += after;
        const on = fromEpochDay(today);
        const task = tasks[step % tasks.length];
        if (!task || endedOn.has(task.id)) continue;
        const state = (): PromisedRun => ({ tasks, days, endedOn, datedByHand });
        if (kind === "ends") {
          if (!task.dependsOn.every((id) => endedOn.has(id))) continue;
          endedOn.set(task.id, today);
          days = promisesAfter(state(), { kind: "went-on" }, frameOf());
          events.push({ on, ends: task.id });
        } else if (kind === "moves") {
          const from = anchor;
          anchor += by;
          days = promisesAfter(state(), { kind: "moved", from }, frameOf());
          events.push({ on, movesTo: fromEpochDay(anchor) });
        } else {
          datedByHand.add(task.id);
          days = promisesAfter(state(), { kind: "dated", step: task.id, due: today + by }, frameOf());
          events.push({ on, dates: task.id, to: fromEpochDay(today + by) });
        }
      }
      today += rest;
      const first = (id: StepId) => toEpochDay(dues.get(id) ?? date(start));
      const awaited = tasks.map(({ id, step, dependsOn, childEnds }): AwaitedTask => {
        const begin = dependsOn.length > 0 ? Math.max(...dependsOn.map(first)) : toEpochDay(start);
        const isReady = dependsOn.every((other) => endedOn.has(other));
        return {
          id,
          dependsOn,
          childEnds,
          promised: days.get(id)?.due ?? 0,
          workBusinessDays: plannedWork(workOfStep(step, new Map()), begin, first(id), fast),
          isTied: step.dueOffset !== undefined || datedByHand.has(id),
          isOnAnchor: step.dueOffset?.amount === 0,
          readyOn: isReady
            ? Math.max(
                ...[...dependsOn.map((other) => endedOn.get(other) ?? 0)],
                ...(dependsOn.length > 0 ? [] : [toEpochDay(start)]),
              )
            : undefined,
          endedOn: endedOn.get(id),
        };
      });
      const outlooks = lookAhead(awaited, today, fast);
      const dated = awaited.map(({ id, dependsOn, promised }) => ({
        step: id,
        dependsOn,
        isOver: endedOn.has(id),
        isTurn: !endedOn.has(id) && dependsOn.every((other) => endedOn.has(other)),
        dueDate: fromEpochDay(promised),
        expectedDate: fromEpochDay(outlooks.get(id)?.expected ?? 0),
      }));
      const standings = standingsOf(dated, fromEpochDay(today));
      const lived = new Map(
        dated.map(({ step, dueDate, expectedDate }) => {
          const { isLate = false, isHeldUp = false } = standings.get(step) ?? {};
          return [step, { promised: dueDate, expected: expectedDate, isLate, isHeldUp }];
        }),
      );
      const told = referenceLife(
        definition,
        { anchor: run.anchor, start, dues },
        events,
        fromEpochDay(today),
        slow,
      );
      expect(lived).toEqual(told);
      for (const [id, { slackBusinessDays, expected }] of outlooks) {
        expect(slackBusinessDays >= 0).toBe(true);
        if (!endedOn.has(id)) expect(expected >= (days.get(id)?.due ?? 0)).toBe(true);
      }
    }),
    { numRuns: tries(1000) },
  );
});

test("a step may slip by its slack, and not by a day more, before a promised date after it is in danger", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { definition, plan, slow } = planBothWays(run);
      const start = definition.startsAtAnchor ? run.anchor : run.today;
      // Where a plan is in danger from the first day nothing can be said of slips.
      if (plan.tasks.some(({ dueDate }) => dueDate < start || dueDate < run.today)) return;
      if (plan.warnings.some(({ id }) => id === "too-tight")) return;
      const dues = new Map(plan.tasks.map(({ step, dueDate }) => [step, dueDate]));
      const end = [...dues.values()].sort().at(-1) ?? "";
      const tied = (id: StepId) => definition.steps.find((step) => step.id === id)?.dueOffset;
      for (const { step, slackBusinessDays, dueDate } of plan.tasks) {
        const breaks = (days: number) => {
          const late = slow.addBusinessDays(dueDate, days);
          const ends = new Map<StepId, string>([[step, late]]);
          let broken = late > end || (tied(step)?.amount === 0 && late > dueDate);
          for (const other of plan.tasks) {
            if (other.step === step || !other.dependsOn.some((id) => ends.has(id))) continue;
            const own = definition.steps.find(({ id }) => id === other.step);
            const work = own?.durationBusinessDays ?? (own?.kind === "checkpoint" ? 0 : 1);
            const begin =
              other.dependsOn
                .map((id) => dues.get(id) ?? "")
                .sort()
                .at(-1) ?? "";
            const held = Math.min(work, slow.businessDaysBetween(begin, other.dueDate));
            const released =
              other.dependsOn
                .flatMap((id) => ends.get(id) ?? [])
                .sort()
                .at(-1) ?? "";
            const over = slow.addBusinessDays(released, held);
            if (over <= other.dueDate) continue;
            ends.set(other.step, over);
            if (tied(other.step) || over > end) broken = true;
          }
          return broken;
        };
        if (slackBusinessDays > 0) expect([step, breaks(slackBusinessDays)]).toEqual([step, false]);
        expect([step, breaks(slackBusinessDays + 1)]).toEqual([step, true]);
      }
    }),
    { numRuns: tries(400) },
  );
});
