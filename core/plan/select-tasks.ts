import { type CivilDate, parseCivilDate } from "../calendar/index.ts";
import {
  type Condition,
  conditionOfStep,
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
 * nobody will decide that. So it is when it rests on a value that only steps collect which are left out. Nor is a step left out for a
 * value that another step it waits for may still add to; `isOver` tells which steps of a run have said theirs. The tasks of a child process come before the
 * step that starts it, which then waits for the last of them. A child process is asked its own questions:
 * `post/topic` answers what the process that step `post` starts asks as `topic`. A list that both ask for is the same in both.
 * A step for each item of a list, or for each time in a window, is as many tasks: see `unfoldDefinition`. What a step of a child process
 * waits for in another child of the same process is among what it depends on; a process that is planned alone waits for none.
 */
export function selectTasks(
  definition: ProcessDefinition,
  answers: ReadonlyMap<string, string>,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
  isOver: (step: StepId) => boolean = () => false,
): SelectedTask[] {
  const expanded = expand({
    definition,
    answers,
    processes,
    isOver,
    prefix: "",
    depth: 0,
    conditional: false,
  });
  return inDependencyOrder(waitForSiblings(expanded, processes));
}

interface Expansion {
  readonly definition: ProcessDefinition;
  readonly answers: ReadonlyMap<string, string>;
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
  /** Whether a step of the process that is planned is over. */
  readonly isOver: (step: StepId) => boolean;
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
  const isOver = (step: StepId) => expansion.isOver(prefix + step);
  const kept = keptSteps(definition, answers, isOver);
  const isOpen = (step: StepId) => kept.has(step) && !isOver(step);
  const isUnclear = (step: Step) =>
    step.when.some(
      (condition) => conditionOfStep(condition, step, { definition, answers, isOpen }) === "unknown",
    );
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
      conditional: expansion.conditional || step.eachOf !== undefined || isUnclear(step),
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

/**
 * The steps that no answer rules out; a step that follows a decision which is left out goes with it, and so on. The more steps are left
 * out, the fewer can still say something: so each round leaves out what those before have made clear.
 */
function keptSteps(
  definition: ProcessDefinition,
  answers: ReadonlyMap<string, string>,
  isOver: (step: StepId) => boolean,
): ReadonlyMap<StepId, Step> {
  const { steps } = definition;
  const sayers = sayersOf(steps);
  let kept = new Map(steps.map((step) => [step.id, step]));
  for (let before = Number.POSITIVE_INFINITY; kept.size < before; ) {
    before = kept.size;
    const left = kept;
    const isOpen = (id: StepId) => left.has(id) && !isOver(id);
    const isPossible = (step: Step, condition: Condition) => {
      // Whose step is left out decides nothing, and enters nothing.
      if (sayers.get(condition.subject)?.every((id) => !left.has(id)) === true) return false;
      return conditionOfStep(condition, step, { definition, answers, isOpen }) !== "fails";
    };
    kept = new Map(
      [...left].filter(([, step]) => step.when.every((condition) => isPossible(step, condition))),
    );
  }
  return kept;
}

/** The steps that decide something or enter a value, by the id of what they say. */
function sayersOf(steps: readonly Step[]): ReadonlyMap<string, readonly StepId[]> {
  const sayers = new Map<string, StepId[]>();
  for (const { id, collect } of steps)
    for (const subject of [id, ...collect.map((field) => field.id)])
      sayers.set(subject, [...(sayers.get(subject) ?? []), id]);
  return sayers;
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
