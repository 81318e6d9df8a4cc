import { expect, test } from "vitest";
import { type Change, inStages } from "../../../core/run/index.ts";
import { acts, calmAfter, doneAt } from "./acts.ts";
import { seenByPeople } from "./seen-by-people.ts";
import type { SimulatedRun } from "./simulated-run.ts";

/*
 * Whatever people do is noted first, and answered, told and put back afterwards. The program may end at any moment in between, a
 * request may be carried out in part, and another process may do the same at the same time: what people see in the end is the same,
 * each thing once. What is said in the look in which a fact is noted has to be found again from the notes and from what GitHub shows.
 */

const dayMilliseconds = 24 * 3_600_000;

/** What is carried out of a document before it is given up; later documents, and the rest of what was decided, are not. */
type Part = readonly [how: string, changes: readonly Change[]];

/** Quiet changes are compared with what GitHub shows at each look, and are many: trying one of them is enough. */
const quiet: readonly Change["kind"][] = ["edit-issue", "set-due-date", "link-blocked-by", "add-labels"];

function partsOf(changes: readonly Change[]): Part[] {
  const stages = inStages(changes, 1, 100);
  return stages.flatMap((stage, index) => {
    const before = stages.slice(0, index).flat();
    const loud = stage.filter(({ kind }) => !quiet.includes(kind));
    return [
      ...(index === 0 ? [] : [["cut before", before, stage[0]] as const]),
      ...(stage.length < 2 ? [] : loud).flatMap((lost) => [
        ["cut behind", [...before, ...stage.slice(0, stage.indexOf(lost) + 1)], lost] as const,
        ["without", [...before, ...stage.filter((change) => change !== lost)], lost] as const,
      ]),
    ].map(([how, part, change]): Part => [`${how} ${change?.kind}`, part]);
  });
}

function settled(run: SimulatedRun): readonly unknown[] {
  run.settle();
  return seenByPeople(run);
}

test.each(acts)("$name: the same is said wherever it is cut short", (act) => {
  const calm = seenByPeople(calmAfter(act));
  const changes = doneAt(act).decide();
  for (const [how, part] of partsOf(changes)) {
    const run = doneAt(act);
    run.carryOut(part);
    expect(settled(run), how).toEqual(calm);
  }
});

test.each(acts)("$name: the same is said once where another process does the same", (act) => {
  const calm = seenByPeople(calmAfter(act));
  const changes = doneAt(act).decide();
  for (const count of [1, Number.POSITIVE_INFINITY]) {
    const run = doneAt(act);
    run.carryOut(changes.slice(0, count));
    run.carryOut(changes);
    expect(settled(run), `the other one had written ${count} changes`).toEqual(calm);
  }
});

// A checkpoint is reached when its issue is closed, which is then a day later.
test.each(acts.filter(({ name }) => !name.includes("Report")))(
  "$name: the same is said on the next day where only the notes were written",
  (act) => {
    const calm = calmAfter(act);
    const run = doneAt(act);
    run.carryOut(run.decide().slice(0, 1));
    for (const one of [calm, run]) one.now = new Date(Date.parse(one.now) + dayMilliseconds).toISOString();
    expect(settled(run)).toEqual(settled(calm));
  },
);
