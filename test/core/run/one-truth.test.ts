import fc from "fast-check";
import { expect, test } from "vitest";
import { isHeldUpTask, isLateTask, type TaskRecord } from "../../../core/metrics/index.ts";
import { recordOf } from "../../../core/run/index.ts";
import { dayAndMonth, longDate, shortDate } from "../../../core/text/format-date.ts";
import { date } from "../../builders.ts";
import { tries } from "../../tries.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook(
  [
    "id: brief, title: Brief, role: author, due: -12bd",
    "id: text, title: Text, role: author, due: -8bd",
    "id: images, title: Images, role: editor, after: brief, due: -9d, duration: 3bd",
    "id: check, title: Check, role: lawyer, after: [text, images], duration: 2bd",
    "id: day, title: Day, role: lead, due: 0d",
    "id: thanks, title: Thanks, role: editor, due: +1w",
  ],
  { head: ["anchor: Day of the fair"] },
);

/** What may happen on a day; what the run does not allow then is refused, or waits. */
const lives = fc.array(
  fc.record({
    afterDays: fc.integer({ min: 0, max: 7 }),
    what: fc.constantFrom("close", "close", "close", "due", "move", "add"),
    step: fc.integer({ min: 2, max: 7 }),
    days: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function live(run: SimulatedRun, life: typeof lives extends fc.Arbitrary<infer T> ? T : never): void {
  for (const { afterDays, what, step, days } of life) {
    run.settle(new Date(Date.parse(run.now) + afterDays * 86_400_000).toISOString());
    const day = new Date(Date.parse(run.now) + days * 86_400_000).toISOString().slice(0, 10);
    const issue = run.observed.steps.find(({ number }) => number === step);
    happens(run, () => {
      if (what === "move") run.comment(1, "stan", `/move ${day} the hall was taken`);
      else if (what === "add") run.comment(1, "stan", `/add Extra @law ${day} before day they asked for it`);
      else if (what === "due") run.comment(step, "stan", `/due ${day} somebody is ill`);
      else if (issue?.state === "open") run.close(step, "ann");
    });
  }
}

/** What the status comment says of a step: its date cell and its state cell. */
function rowOf(run: SimulatedRun, { title, issue }: TaskRecord): readonly [due: string, state: string] {
  const row = (run.said(1)[0] ?? "")
    .split("\n")
    .find((line) => line.startsWith(`| #${issue?.number} ${title} |`));
  const [, , , due = "", state = ""] = (row ?? "").split("|").map((cell) => cell.trim());
  return [due, state];
}

test("status, step, label, native date and record tell the same dates and the same standing, whatever life a run has", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const run = smallRun(handbook, { anchorDate: "2026-04-01" });
      live(run, life);
      const native = new Map<number, string>();
      let made = 1;
      for (const change of run.changes) {
        if (change.kind === "create-step") made += 1;
        if (change.kind === "create-step") native.set(made, change.dueDate);
        if (change.kind === "set-due-date") native.set(change.issue, change.date);
      }
      const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
      const today = date(run.now.slice(0, 10));
      for (const task of record?.tasks ?? []) {
        const { status, dueDate, expectedDate = dueDate, issue, step } = task;
        const [due, state] = rowOf(run, task);
        const seen = run.observed.steps.find(({ number }) => number === issue?.number);
        const isLate = record !== undefined && isLateTask(task, record, today);
        const isHeldUp = record !== undefined && isHeldUpTask(task, record, today);
        const isOpen = status === "planned" || status === "ready";
        const isAtRisk = isOpen && !isLate && expectedDate > dueDate;
        expect([step, state.includes("overdue")]).toEqual([step, isLate]);
        expect([step, seen?.labels.includes("handrail:overdue")]).toEqual([step, isLate]);
        expect([step, state.includes("held up")]).toEqual([step, isHeldUp]);
        expect([step, native.get(issue?.number ?? 0)]).toEqual([step, isOpen ? dueDate : expect.any(String)]);
        expect([step, due]).toEqual([
          step,
          expect.stringContaining(
            isAtRisk
              ? `**Expected ${dayAndMonth(expectedDate)}**, promised ${dayAndMonth(dueDate)}`
              : shortDate(dueDate),
          ),
        ]);
        if (!isOpen) continue;
        expect([step, seen?.body]).toEqual([
          step,
          expect.stringContaining(
            isAtRisk
              ? `**Expected ${longDate(expectedDate)}**, promised ${shortDate(dueDate)}`
              : `**Due ${longDate(dueDate)}**`,
          ),
        ]);
      }
      expect(run.decide()).toEqual([]);
    }),
    { numRuns: tries(20) },
  );
});
