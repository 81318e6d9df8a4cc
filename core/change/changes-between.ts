import { type ProcessDefinition, type ProcessId, type Step, siblingIn } from "../definition/index.ts";
import { leadTimeBusinessDays, rolesInCharge } from "../plan/index.ts";
import { text } from "../text/index.ts";
import { keptDependencies } from "./kept-dependencies.ts";
import { matchSteps, type StepMatch } from "./match-steps.ts";
import type { ProcessChange } from "./process-change.ts";
import { processFactChanges } from "./process-fact-changes.ts";
import { stepChanges } from "./step-changes.ts";
import { wordingChange } from "./wording-change.ts";

/** The processes that either definition may start, by id; they play a part in its lead time. */
export interface ChildProcesses {
  readonly before: ReadonlyMap<ProcessId, ProcessDefinition>;
  readonly after: ReadonlyMap<ProcessId, ProcessDefinition>;
}

const unknown: ChildProcesses = { before: new Map(), after: new Map() };

/**
 * What changed between two definitions of one process, and matters to those who work by it: the weightiest first.
 * Empty when both run alike and read alike; the order in which steps that wait for the same are written, white
 * space, and ids that were merely renamed are no change.
 */
export function changesBetween(
  before: ProcessDefinition,
  after: ProcessDefinition,
  children: ChildProcesses = unknown,
): ProcessChange[] {
  const match = matchSteps(before, after);
  const leadTimes = {
    before: leadTimeBusinessDays(before, children.before),
    after: leadTimeBusinessDays(after, children.after),
  };
  return [
    ...(leadTimes.before === leadTimes.after ? [] : [{ kind: "lead-time" as const, ...leadTimes }]),
    ...match.added.map((step) => ({ kind: "step-added" as const, ...factsOf(step) })),
    ...match.removed.map((step) => ({ kind: "step-removed" as const, ...factsOf(step) })),
    ...movedSteps(before, after, match, children),
    ...match.pairs.flatMap((pair) => stepChanges(pair, { before, after, idAfter: match.idAfter })),
    ...processFactChanges(before, after),
    ...wordingChange(before, after, match),
  ];
}

function factsOf(step: Step) {
  return { step: step.id, title: step.title, stepKind: step.kind, roles: rolesInCharge(step) };
}

/** What a step waits for beside its process, by title where the processes tell it. */
function besideIn(
  { afterSiblings = [] }: Step,
  { id }: ProcessDefinition,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): string[] {
  return afterSiblings.map((written) => {
    const known = siblingIn(written, id, processes);
    return known ? text.siblings.nameOf({ title: known.step.title, run: known.process.title }) : written;
  });
}

function movedSteps(
  before: ProcessDefinition,
  after: ProcessDefinition,
  { pairs, added, removed, idAfter }: StepMatch,
  children: ChildProcesses,
): ProcessChange[] {
  const isNew = new Set(added.map(({ id }) => id));
  const isGone = new Set(removed.map(({ id }) => id));
  const waitedFor = keptDependencies(before, (id) => !isGone.has(id));
  const waitsFor = keptDependencies(after, (id) => !isNew.has(id));
  const titleOf = new Map(after.steps.map(({ id, title }) => [id, title]));
  const titles = (ids: Iterable<string>) => [...ids].map((id) => titleOf.get(id) ?? id).sort();
  return pairs.flatMap((pair) => {
    const earlier = [
      ...titles([...(waitedFor.get(pair.before.id) ?? [])].map(idAfter)),
      ...besideIn(pair.before, before, children.before),
    ];
    const now = [
      ...titles(waitsFor.get(pair.after.id) ?? []),
      ...besideIn(pair.after, after, children.after),
    ];
    if (earlier.join("\n") === now.join("\n")) return [];
    const { id: step, title } = pair.after;
    return [{ kind: "step-moved", step, title, before: earlier, after: now } as const];
  });
}
