import { timesInWindow } from "../calendar/index.ts";
import { itemsOf, mostItems } from "./items-of.ts";
import type { OneOf, ProcessDefinition, Step, StepId } from "./process-definition.ts";

/**
 * A process as one run follows it: in place of a step that is done for each item of a list, or again and again in a window,
 * one step for each. Their ids are the written one with a number behind it, `invite.1`, which no written id can be; their titles name
 * the item, or say which time it is, `(2/8)`. The steps of a list
 * stand side by side; those of a window each wait for the one before. What waits for the written step waits for all of them.
 * A list without items leaves its step out, and what waited for it waits for what it waited for; while nobody has said what is in
 * the list, its step stands as it is written. Unfolding again changes nothing.
 */
export function unfoldDefinition(
  definition: ProcessDefinition,
  answers: ReadonlyMap<string, string>,
): ProcessDefinition {
  if (definition.steps.every(({ eachOf, every }) => eachOf === undefined && every === undefined))
    return definition;
  const made = new Map(definition.steps.map((step) => [step.id, stepsFor(step, answers)]));
  const written = new Map(definition.steps.map((step) => [step.id, step]));
  const inPlaceOf = (id: StepId, seen: ReadonlySet<StepId> = new Set()): readonly StepId[] => {
    const steps = made.get(id);
    const last = steps?.at(-1);
    if (last?.oneOf !== undefined && last.oneOf.item === undefined) return [last.id];
    if (steps === undefined) return [id];
    if (steps.length > 0) return steps.map((step) => step.id);
    if (seen.has(id)) return [];
    return (written.get(id)?.dependsOn ?? []).flatMap((before) => inPlaceOf(before, new Set([...seen, id])));
  };
  const isLeftOut = (id: StepId) => made.get(id)?.length === 0;
  const steps = definition.steps.flatMap((step) =>
    (made.get(step.id) ?? []).map((own, index, all): Step => {
      const before = step.dependsOn.flatMap((id) => inPlaceOf(id));
      const previous = own.oneOf?.item === undefined ? all[index - 1] : undefined;
      return {
        ...own,
        dependsOn: previous ? [previous.id] : [...new Set(before)],
        inputs: own.inputs.filter(({ from }) => !isLeftOut(from)),
        ...(own.approves !== undefined && isLeftOut(own.approves) && { approves: undefined }),
      };
    }),
  );
  return { ...definition, steps };
}

function stepsFor(step: Step, answers: ReadonlyMap<string, string>): readonly Step[] {
  const { eachOf, every, opensOffset, dueOffset, ...kept } = step;
  if (eachOf !== undefined) {
    const answer = answers.get(eachOf);
    if (answer === undefined) return [step];
    // A list that is too long is refused where it is given; one more than there may be is enough to say so.
    const items = itemsOf(answer).slice(0, mostItems + 1);
    const dates = { ...(dueOffset && { dueOffset }), ...(opensOffset && { opensOffset }) };
    return items.map((item, index) =>
      oneStep({ ...kept, ...dates }, { step: step.id, number: index + 1, count: items.length, item }),
    );
  }
  const times = every && opensOffset && dueOffset ? timesInWindow(opensOffset, dueOffset, every) : undefined;
  if (times === undefined) return [step];
  return times.map((due, index) =>
    oneStep({ ...kept, dueOffset: due }, { step: step.id, number: index + 1, count: times.length }),
  );
}

function oneStep(step: Step, oneOf: OneOf): Step {
  const { item, number, count } = oneOf;
  const named = (words: string) => (item === undefined ? words : words.replaceAll("{item}", () => item));
  // What a title does not say by itself stands behind it, so that no two are alike.
  const title = item === undefined ? `${step.title} (${number}/${count})` : `${step.title}: ${item}`;
  return {
    ...step,
    id: `${oneOf.step}.${number}`,
    title: step.title.includes("{item}") ? named(step.title) : title,
    inputs: step.inputs.map(({ what, from }) => ({ what: named(what), from })),
    outputs: step.outputs.map(named),
    oneOf,
  };
}

/** The id that a step has where it is written: `invite` of `invite.2`, and its own of every other step. */
export function writtenStepOf({ id, oneOf }: Pick<Step, "id" | "oneOf">): StepId {
  return oneOf?.step ?? id;
}

/** The ids that a written step has in a run: its own, or those of all steps made from it. Empty where it is left out. */
export function stepsMadeFrom({ steps }: Pick<ProcessDefinition, "steps">, written: StepId): StepId[] {
  return steps.filter((step) => writtenStepOf(step) === written || step.id === written).map(({ id }) => id);
}

/** The written step of a task by its id alone: `talk/invite` of `talk/invite.2`. Ids people choose have no full stop. */
export function stepOfTask(task: StepId): StepId {
  return task.replace(/\.\d+(?=\/|$)/g, "");
}
