import { type CivilDate, parseCivilDate } from "../calendar/index.ts";
import {
  evaluateCondition,
  type ProcessDefinition,
  type ProcessId,
  type Step,
  type StepId,
  unfoldDefinition,
} from "../definition/index.ts";
import { answeredStep } from "./answered-step.ts";
import { inDependencyOrder } from "./in-dependency-order.ts";
import { waitForSiblings } from "./wait-for-siblings.ts";
import { deepestChildren } from "./work-of-step.ts";

/** A step that takes part in a run, before it has dates. */
export interface SelectedTask {
  /** Step id, with the ids of the steps that start its process in front. */
  readonly id: StepId;
  /** The step, with the answers known so far in its texts. */
  readonly step: Step;
  readonly definition: ProcessDefinition;
  /** Tasks it waits for; steps that are left out are replaced by those they would have waited for. */
  readonly dependsOn: readonly StepId[];
  /** Those of them that are the last of the child process this step starts; empty for every other kind. */
  readonly childEnds: readonly StepId[];
  /** Whether it depends on an answer that is not known yet, itself or through the step that starts its process. */
  readonly conditional: boolean;
  /** The task whose due date is this task's anchor date; absent when it is the run's own. */
  readonly anchoredTo?: StepId | undefined;
  /** The date its offsets count from in place of the anchor date; absent where they count from that, or nobody has said it yet. */
  readonly countsFrom?: CivilDate | undefined;
}

/**
 * The tasks of a run in an order in which each comes after all it waits for.
 * A step is left out when a condition is known to fail, and when it follows an outcome of a decision that is left out itself:
 * nobody will decide that. So it is when it rests on a value that a step collects which is left out. The tasks of a child process come before the
 * step that starts it, which then waits for the last of them. A child process is asked its own questions:
 * `post/topic` answers what the process that step `post` starts asks as `topic`. A list that both ask for is the same in both.
 * A step for each item of a list, or for each time in a window, is as many tasks: see `unfoldDefinition`. What a step of a child process
 * waits for in another child of the same process is among what it depends on; a process that is planned alone waits for none.
 */
export function selectTasks(
  definition: ProcessDefinition,
  answers: ReadonlyMap<string, string>,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): SelectedTask[] {
  const expanded = expand({ definition, answers, processes, prefix: "", depth: 0, conditional: false });
  return inDependencyOrder(waitForSiblings(expanded, processes));
}

interface Expansion {
  readonly definition: ProcessDefinition;
  readonly answers: ReadonlyMap<string, string>;
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
  readonly prefix: string;
  readonly depth: number;
  readonly conditional: boolean;
  readonly anchoredTo?: StepId | undefined;
  readonly waitsFor?: readonly StepId[] | undefined;
  /** The answers as the process above knows them. */
  readonly parentAnswers?: ReadonlyMap<string, string> | undefined;
}

function expand(expansion: Expansion): SelectedTask[] {
  const { prefix } = expansion;
  const answers = answersWithin(expansion);
  const definition = unfoldDefinition(expansion.definition, answers);
  const outcomeOf = (step: Step) => step.when.map((condition) => evaluateCondition(condition, answers));
  const kept = keptSteps(definition, answers);
  const all = new Map(definition.steps.map((step) => [step.id, step]));
  return [...kept.values()].flatMap((step) => {
    const own = keptPredecessors(step, kept, all).map((id) => prefix + id);
    const task: SelectedTask = {
      id: prefix + step.id,
      step: answeredStep(step, definition, answers),
      definition,
      dependsOn: own.length > 0 ? own : (expansion.waitsFor ?? []),
      childEnds: [],
      // A step that is still for each of a list waits for somebody to say what is in it.
      conditional: expansion.conditional || step.eachOf !== undefined || outcomeOf(step).includes("unknown"),
      anchoredTo: expansion.anchoredTo,
      ...(step.countsFrom !== undefined && {
        countsFrom: parseCivilDate(answers.get(step.countsFrom) ?? ""),
      }),
    };
    const children = childTasks(task, answers, expansion);
    const childEnds = lastOf(children);
    return [...children, { ...task, dependsOn: [...task.dependsOn, ...childEnds], childEnds }];
  });
}

/** The steps that no answer rules out; a step that follows a decision which is left out goes with it, and so on. */
function keptSteps(
  { steps }: ProcessDefinition,
  answers: ReadonlyMap<string, string>,
): ReadonlyMap<StepId, Step> {
  // Whose step is left out decides nothing, and enters nothing.
  const saidBy = new Map([
    ...steps.map(({ id }) => [id, id] as const),
    ...steps.flatMap(({ id, collect }) => collect.map((field) => [field.id, id] as const)),
  ]);
  let kept = steps.filter(({ when }) => !when.some((test) => evaluateCondition(test, answers) === "fails"));
  for (let before = steps.length; kept.length < before; ) {
    before = kept.length;
    const left = new Set(kept.map(({ id }) => id));
    kept = kept.filter(({ when }) =>
      when.every(({ subject }) => left.has(saidBy.get(subject) ?? subject) || !saidBy.has(subject)),
    );
  }
  return new Map(kept.map((step) => [step.id, step]));
}

function childTasks(
  task: SelectedTask,
  answers: ReadonlyMap<string, string>,
  expansion: Expansion,
): SelectedTask[] {
  const child = task.step.process === undefined ? undefined : expansion.processes.get(task.step.process);
  if (!child || expansion.depth >= deepestChildren) return [];
  return expand({
    ...expansion,
    parentAnswers: answers,
    definition: child,
    prefix: `${task.id}/`,
    depth: expansion.depth + 1,
    conditional: task.conditional,
    anchoredTo: task.id,
    waitsFor: task.dependsOn,
  });
}

/** The answers to the questions of one process, by the ids it knows them by. */
function answersWithin({
  prefix,
  answers,
  definition,
  parentAnswers,
}: Expansion): ReadonlyMap<string, string> {
  if (prefix === "") return answers;
  const own = [...answers].filter(([subject]) => subject.startsWith(prefix));
  const lists = definition.ask.flatMap(({ id, type }) => {
    const answer = type === "list" ? parentAnswers?.get(id) : undefined;
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return new Map([
    ...lists,
    ...own.map(([subject, answer]) => [subject.slice(prefix.length), answer] as const),
  ]);
}

function keptPredecessors(
  step: Step,
  kept: ReadonlyMap<StepId, Step>,
  all: ReadonlyMap<StepId, Step>,
): StepId[] {
  const found = new Set<StepId>();
  const seen = new Set<StepId>();
  const pending = [...step.dependsOn];
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (kept.has(id)) found.add(id);
    else pending.push(...(all.get(id)?.dependsOn ?? []));
  }
  return [...found];
}

function lastOf(tasks: readonly SelectedTask[]): StepId[] {
  const waitedFor = new Set(tasks.flatMap((task) => task.dependsOn));
  return tasks.map((task) => task.id).filter((id) => !waitedFor.has(id));
}
