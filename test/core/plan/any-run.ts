import fc from "fast-check";
import {
  createWorkCalendar,
  fromEpochDay,
  type IsoWeekday,
  toEpochDay,
} from "../../../core/calendar/index.ts";
import { defineProcess, parseProcess } from "../../../core/definition/index.ts";
import { date, planOf } from "../../builders.ts";
import { dayByDay } from "../calendar/day-by-day.ts";

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
/** Processes of any order and dates, calendars, anchor dates and days on which a plan is made. */
export const anyRun = fc.record({
  steps,
  anchorName: fc.constantFrom(undefined, "Publish date"),
  anchor: days,
  today: days,
  calendar: calendars,
});

export type AnyRun = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

/** The plan of such a run, with its calendar as Handrail has it and day by day. */
export function planBothWays({ steps: plans, anchorName, anchor, today, calendar }: AnyRun) {
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
