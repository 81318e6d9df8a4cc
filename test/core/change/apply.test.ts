import fc from "fast-check";
import { expect, test } from "vitest";
import type { Quantity } from "../../../core/calendar/index.ts";
import { changesBetween } from "../../../core/change/index.ts";
import { matchSteps } from "../../../core/change/match-steps.ts";
import type { ProcessDefinition, Step } from "../../../core/definition/index.ts";
import { date, handbookOf, shippedFiles } from "../../builders.ts";
import { applyChanges, asItCounts } from "./apply-changes.ts";

const processes = [...handbookOf(shippedFiles()).processes.values()];
const word = fc.constantFrom("one", "two", "three", "@everyone", "<b>four</b>");
const role = fc.constantFrom("author", "editor", "lead", "designer");
const roles = fc.uniqueArray(role, { minLength: 1, maxLength: 3 });
const quantity: fc.Arbitrary<Quantity> = fc.record({
  amount: fc.integer({ min: -40, max: 10 }),
  unit: fc.constantFrom("bd" as const, "d" as const),
});
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

/** Another value for one key of a step. */
const stepEdit: fc.Arbitrary<Partial<Step>> = fc.oneof(
  fc.record({ title: word.map((title) => `Do ${title}`) }),
  fc.record({ roles }),
  fc.record({ approvers: roles }),
  fc.record({ policy: fc.constantFrom("all" as const, "any" as const, 2) }),
  fc.record({ accountable: role }),
  fc.record({ consulted: roles }),
  fc.record({ informed: roles }),
  fc.record({ dueOffset: maybe(quantity) }),
  fc.record({ opensOffset: maybe(quantity) }),
  fc.record({ isExact: maybe(fc.constant(true as const)) }),
  fc.record({ isStrict: maybe(fc.constant(true as const)) }),
  fc.record({ dueTime: maybe(fc.constantFrom("09:00", "14:00")) }),
  fc.record({ phase: maybe(word) }),
  fc.record({ durationBusinessDays: maybe(fc.integer({ min: 1, max: 9 })) }),
  fc.record({ effortMinutes: maybe(fc.integer({ min: 1, max: 900 })) }),
  fc.record({ respondMinutes: maybe(fc.integer({ min: 1, max: 900 })) }),
  fc.record({ outputs: fc.uniqueArray(word) }),
  fc.record({ tools: fc.uniqueArray(word) }),
  fc.record({ optional: fc.boolean() }),
  fc.record({
    instructions: fc.tuple(word, fc.uniqueArray(word)).map(([text, boxes]) => ({
      markdown: `Do it: ${text}.\n\n${boxes.map((box) => `- [ ] ${box}`).join("\n")}`,
      checklist: boxes.map((box) => ({ text: box })) as never,
    })),
  }),
);

/** Another value for one key of a process. */
const processEdit: fc.Arbitrary<Partial<ProcessDefinition>> = fc.oneof(
  fc.record({ title: word }),
  fc.record({ summary: word }),
  fc.record({ outcome: word }),
  fc.record({ trigger: word }),
  fc.record({ introduction: word }),
  fc.record({ tags: fc.uniqueArray(word) }),
  fc.record({ tools: fc.uniqueArray(word) }),
  fc.record({ participants: roles }),
  fc.record({ processOwner: role }),
  fc.record({ anchor: word }),
  fc.record({ repeats: maybe(fc.constantFrom("FREQ=WEEKLY", "FREQ=MONTHLY")) }),
  fc.record({ onClosedDay: fc.constantFrom("before" as const, "after" as const, "skip" as const) }),
  fc.record({ confirm: maybe(fc.constantFrom("always" as const, "never" as const)) }),
  fc.record({ except: fc.constantFrom([], [{ from: date("2026-12-24"), to: date("2026-12-26") }]) }),
  fc.record({
    calendar: maybe(fc.constant({ country: "DE", workweek: [1, 2, 3, 4] as never, closed: [], worked: [] })),
  }),
  fc.record({ reviewEvery: maybe(fc.constant({ amount: 6, unit: "mo" as const })) }),
);

const edits = fc.record({
  ofProcess: fc.array(processEdit, { maxLength: 2 }),
  ofSteps: fc.array(fc.tuple(fc.nat(), stepEdit), { maxLength: 4 }),
  gone: fc.array(fc.nat(), { maxLength: 2 }),
  came: fc.array(fc.nat(), { maxLength: 2 }),
  moved: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
});

type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

/** A definition with some steps gone, some new, some moved, and some keys with other values. */
function edited(before: ProcessDefinition, by: Edits): ProcessDefinition {
  const steps = [...before.steps];
  for (const [at, edit] of by.ofSteps) {
    const index = at % steps.length;
    steps[index] = { ...(steps[index] as Step), ...edit };
  }
  for (const [from, to] of by.moved) {
    const [index, other] = [from % steps.length, to % steps.length];
    const target = steps[other] as Step;
    // A step never waits for one behind it, so that there is no circle.
    if (other < index) steps[index] = { ...(steps[index] as Step), dependsOn: [target.id] };
  }
  for (const at of by.gone) {
    if (steps.length < 2) continue;
    const [gone] = steps.splice(at % steps.length, 1);
    for (const [index, step] of steps.entries())
      if (gone && step.dependsOn.includes(gone.id))
        steps[index] = {
          ...step,
          dependsOn: [...new Set([...step.dependsOn.filter((id) => id !== gone.id), ...gone.dependsOn])],
        };
  }
  for (const [count, at] of by.came.entries()) {
    const index = at % steps.length;
    const next = steps[index] as Step;
    const id = `came-${count}`;
    steps.splice(
      index,
      1,
      { ...next, id, title: `Came ${count}`, outputs: [id] },
      { ...next, dependsOn: [id] },
    );
  }
  return Object.assign({}, before, ...by.ofProcess, { steps }) as ProcessDefinition;
}

test("applying the changes to the old definition gives the new one", () => {
  fc.assert(
    fc.property(fc.constantFrom(...processes), edits, (before, by) => {
      const after = edited(before, by);
      // A step that comes may look like one that goes; which is which then is for other tests.
      fc.pre(matchSteps(before, after).pairs.every((pair) => pair.before.id === pair.after.id));
      const changes = changesBetween(before, after);
      expect(asItCounts(applyChanges(before, changes, after))).toEqual(asItCounts(after));
    }),
    { numRuns: 400 },
  );
});
