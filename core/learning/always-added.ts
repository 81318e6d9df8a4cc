import { beginningOf } from "../beginning-of.ts";
import { idFrom, type StepId } from "../definition/index.ts";
import { addedByHand } from "./added-by-hand.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import { placeOfAdded } from "./place-of-added.ts";
import { plainTitle } from "./plain-title.ts";
import type { Proposal } from "./proposal.ts";
import { roleOfAll } from "./role-of-all.ts";
import type { RunLink } from "./step-evidence.ts";

/** A step that people add by hand in most runs, under the same title: for the role of those it was added for, else for the process owner. */
export function alwaysAdded({ definition, records, handbook }: LearningFacts): Proposal[] {
  if (records.length < learningThresholds.fewest) return [];
  const known = new Set(definition.steps.map(({ title }) => plainTitle(title)));
  const found = new Map<
    string,
    { title: string; runs: RunLink[]; after: string[]; got: (readonly string[])[] }
  >();
  for (const run of records) {
    for (const task of addedByHand(run)) {
      const key = plainTitle(task.title);
      if (known.has(key)) continue;
      const seen = found.get(key) ?? { title: task.title, runs: [], after: [], got: [] };
      if (!seen.runs.includes(run.issue)) seen.runs.push(run.issue);
      seen.got.push(task.assignees);
      seen.after.push(placeOfAdded(task.dueDate, run, definition));
      found.set(key, seen);
    }
  }
  const ids = new Set(definition.steps.map(({ id }) => id));
  return [...found.values()]
    .filter(({ runs }) => runs.length >= learningThresholds.habit * records.length)
    .map(({ title, runs, after, got }) => {
      const place = mostFrequent(after) ?? definition.steps.at(-1)?.id ?? "";
      const id = freeId(title, ids);
      ids.add(id);
      return {
        rule: "always-added",
        step: id,
        title,
        evidence: { hits: runs.length, n: records.length, runs },
        wish: {
          kind: "add-step",
          after: place,
          step: {
            id,
            title: beginningOf(title, longestTitle),
            fields: { role: roleOfAll(got, handbook.roles)?.id ?? definition.processOwner },
          },
        },
        worth: runs.length * 3,
        detail: definition.steps.find((step) => step.id === place)?.title ?? place,
      };
    });
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

const longestTitle = 100;

function freeId(title: string, taken: ReadonlySet<StepId>): StepId {
  const base = idFrom(title).slice(0, 60) || "added-step";
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
