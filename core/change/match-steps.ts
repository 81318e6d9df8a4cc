import type { ProcessDefinition, Step, StepId } from "../definition/index.ts";
import { rolesInCharge } from "../plan/index.ts";
import { saysTheSame } from "./says-the-same.ts";

/** Which step of one definition is which step of another. */
export interface StepMatch {
  readonly pairs: readonly { readonly before: Step; readonly after: Step }[];
  readonly added: readonly Step[];
  readonly removed: readonly Step[];
  /** The id after the change of a step, or of anything else, that had an id before it. */
  readonly idAfter: (idBefore: string) => string;
}

/**
 * Finds each step again: by its id; where that is another, by its title; where both are, by its place and content. Pairs
 * and added steps come in the order of the new definition, removed ones in that of the old.
 */
export function matchSteps(before: ProcessDefinition, after: ProcessDefinition): StepMatch {
  const found = new Map<Step, Step>();
  const old = new Map(before.steps.map((step) => [step.id, step]));
  for (const step of after.steps) {
    const earlier = old.get(step.id);
    if (earlier) found.set(step, earlier);
  }
  pairOff(before, after, found, (gone, came) => gone.title.toLowerCase() === came.title.toLowerCase());
  pairOff(before, after, found, (gone, came) => isAlike(gone, came, { before, after, found }));
  const pairs = after.steps.flatMap((step) => {
    const earlier = found.get(step);
    return earlier ? [{ before: earlier, after: step }] : [];
  });
  const kept = new Set(found.values());
  const ids = new Map(pairs.map((pair) => [pair.before.id, pair.after.id]));
  return {
    pairs,
    added: after.steps.filter((step) => !found.has(step)),
    removed: before.steps.filter((step) => !kept.has(step)),
    idAfter: (id) => ids.get(id) ?? id,
  };
}

function pairOff(
  before: ProcessDefinition,
  after: ProcessDefinition,
  found: Map<Step, Step>,
  isSame: (gone: Step, came: Step) => boolean,
): void {
  for (const came of after.steps) {
    if (found.has(came)) continue;
    const taken = new Set(found.values());
    const gone = before.steps.find((step) => !taken.has(step) && isSame(step, came));
    if (gone) found.set(came, gone);
  }
}

interface Matching {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly found: ReadonlyMap<Step, Step>;
}

/** How many of its signs a step must share with another one of the same kind to be taken for it. */
const enoughSigns = 3;

/** Whether two steps of one kind stand between the same neighbours and have most else in common. */
function isAlike(gone: Step, came: Step, matching: Matching): boolean {
  if (gone.kind !== came.kind) return false;
  const instructions = (step: Step) => step.instructions.markdown;
  const signs = [
    neighboursOf(came, matching) === neighboursBefore(gone, matching),
    same(rolesInCharge(gone), rolesInCharge(came)),
    JSON.stringify(gone.dueOffset) === JSON.stringify(came.dueOffset),
    instructions(gone) !== "" && saysTheSame(instructions(gone), instructions(came)),
    gone.outputs.length > 0 && same(gone.outputs, came.outputs),
  ];
  return signs.filter(Boolean).length >= enoughSigns;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The steps before and behind one in the new definition, by the ids they had. */
function neighboursOf(step: Step, { after, found }: Matching): string {
  const at = after.steps.indexOf(step);
  const idOf = (other: Step | undefined): StepId => (other && (found.get(other)?.id ?? "")) ?? "";
  return `${idOf(after.steps[at - 1])}/${idOf(after.steps[at + 1])}`;
}

function neighboursBefore(step: Step, { before }: Matching): string {
  const at = before.steps.indexOf(step);
  return `${before.steps[at - 1]?.id ?? ""}/${before.steps[at + 1]?.id ?? ""}`;
}
