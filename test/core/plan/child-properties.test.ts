import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createWorkCalendar,
  dueDateOf,
  fromEpochDay,
  parseOffset,
  toEpochDay,
} from "../../../core/calendar/index.ts";
import { defineProcess, type ProcessDefinition, parseProcess } from "../../../core/definition/index.ts";
import type { RunPlan } from "../../../core/plan/index.ts";
import { date, planOf } from "../../builders.ts";
import { tries } from "../../tries.ts";

const calendar = createWorkCalendar({
  workweek: [1, 2, 3, 4, 5],
  publicHolidays: (year) => [date(`${year}-12-25`), date(`${year}-12-28`)],
  closed: [],
});

/** Steps that may start a process, be ruled out by the answer `loud`, and wait for whatever stands before them. */
const steps = fc.array(
  fc.record({
    due: fc.option(fc.constantFrom("-20d", "-7bd", "-2w", "-1bd", "0d", "+3bd", "+1w"), { nil: undefined }),
    child: fc.boolean(),
    isLoud: fc.boolean(),
    after: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    beside: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 6 },
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/**
 * A process whose steps start the process of the next level; what stands before its steps may be steps beside it, of the process that the first
 * step above starts, which itself waits for nothing beside it.
 */
function processAt(level: number, plans: Steps, isFirst: boolean): ProcessDefinition {
  const lines = plans.map(({ due, child, isLoud, after, beside }, index) => {
    const starts = child && level < 2;
    const before = after === undefined || after >= index ? index - 1 : after;
    const awaited = [
      ...(before < 0 ? [] : [`s${before}`]),
      ...(beside === undefined || starts || isFirst || level === 0 ? [] : [`s0/s${beside}`]),
    ];
    const fields = [
      `id: s${index}, title: Step ${index}`,
      starts ? `kind: process, process: level-${level + 1}${index === 0 ? "-first" : ""}` : "role: author",
      ...(due === undefined ? [] : [`due: ${due}`]),
      ...(isLoud ? ["when: { loud: yes }"] : []),
      `after: [${awaited.join(", ")}]`,
    ];
    return `  - { ${fields.join(", ")} }`;
  });
  const head =
    "title: T\nsummary: S\noutcome: O\ntrigger: T\nowner: editor\nanchor: Day\nask: [{ id: loud, label: Loud, type: yes-no }]";
  return defineProcess(
    parseProcess({
      path: `a/level-${level}${isFirst ? "-first" : ""}.mdx`,
      text: `---\n${head}\nsteps:\n${lines.join("\n")}\n---\n`,
    }),
  );
}

const runs = fc.record({
  levels: fc.tuple(steps, steps, steps),
  anchor: fc
    .integer({ min: toEpochDay(date("2026-12-01")), max: toEpochDay(date("2027-03-31")) })
    .map(fromEpochDay),
  answers: fc.constantFrom(
    {},
    { loud: "yes" },
    { loud: "no" },
    { "s0/loud": "no" },
    { loud: "yes", "s1/loud": "yes" },
  ),
});

function planRun({
  levels,
  anchor,
  answers,
}: typeof runs extends fc.Arbitrary<infer T> ? T : never): RunPlan {
  const processes = new Map(
    levels.flatMap((plans, level) => [
      [`level-${level}`, processAt(level, plans, false)],
      [`level-${level}-first`, processAt(level, plans, true)],
    ]),
  );
  return planOf(processes.get("level-0") as ProcessDefinition, {
    processes,
    calendar,
    anchorDate: anchor,
    answers: new Map(Object.entries(answers)),
    today: date("2026-12-15"),
  });
}

const dueOf = ({ tasks }: RunPlan) => new Map(tasks.map(({ step, dueDate }) => [step, dueDate]));

test("with child processes too, whatever is due before something it waits for is told", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const plan = planRun(run);
      const dues = dueOf(plan);
      const tight = plan.tasks.filter(({ dueDate, dependsOn }) =>
        dependsOn.some((id) => (dues.get(id) ?? "") > dueDate),
      );
      const warned = plan.warnings.filter(({ id }) => id === "too-tight").map(({ step }) => step);
      expect(warned).toEqual(tight.map(({ step }) => step));
      const late = plan.tasks.filter(({ dueDate }) => dueDate < "2026-12-15").map(({ step }) => step);
      expect(plan.warnings.filter(({ id }) => id === "past-due").map(({ step }) => step)).toEqual(late);
    }),
    { numRuns: tries(800) },
  );
});

test("every task comes after all it waits for, a step after the last of the process it starts", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { tasks } = planRun(run);
      const order = new Map(tasks.map(({ step }, index) => [step, index]));
      for (const [index, { step, dependsOn }] of tasks.entries()) {
        for (const id of dependsOn) expect(order.get(id)).toBeLessThan(index);
        for (const other of tasks.filter(({ step: id }) => id.startsWith(`${step}/`)))
          expect(order.get(other.step)).toBeLessThan(index);
      }
      expect(order.size).toBe(tasks.length);
    }),
    { numRuns: tries(800) },
  );
});

test("what counts from an anchor date counts from the run's, or from the day of the step that starts its process", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const plan = planRun(run);
      const dues = dueOf(plan);
      const offsetAt = (step: string) => {
        const parts = step.split("/");
        return run.levels[parts.length - 1]?.[Number(parts.at(-1)?.slice(1))]?.due;
      };
      for (const { step, dueDate } of plan.tasks) {
        const due = offsetAt(step);
        const starter = step.slice(0, Math.max(0, step.lastIndexOf("/")));
        // A starter without an offset may itself be moved by what it starts.
        if (due === undefined || (starter !== "" && offsetAt(starter) === undefined)) continue;
        const anchor = starter === "" ? run.anchor : dues.get(starter);
        const offset = parseOffset(due) ?? expect.unreachable();
        expect(dueDate).toBe(fromEpochDay(dueDateOf(toEpochDay(anchor ?? run.anchor), offset, calendar)));
      }
    }),
    { numRuns: tries(800) },
  );
});

test("on the earliest anchor date only that is past due which would be on any, and on no work day before it", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const plan = planRun(run);
      const lateOn = (anchor: typeof run.anchor) =>
        planRun({ ...run, anchor }).warnings.flatMap(({ id, step }) => (id === "past-due" ? [step] : []));
      const onAny = lateOn(date("2029-12-14"));
      expect(lateOn(plan.earliestAnchorDate)).toEqual(onAny);
      const before = calendar.addBusinessDays(toEpochDay(plan.earliestAnchorDate), -1);
      if (before >= toEpochDay(date("2026-12-15"))) expect(lateOn(fromEpochDay(before))).not.toEqual(onAny);
    }),
    { numRuns: tries(200) },
  );
});
