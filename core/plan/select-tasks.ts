import {
  evaluateCondition,
  type ProcessDefinition,
  type ProcessId,
  type Step,
  type StepId,
} from "../definition/index.ts";

/** A step that takes part in a run, before it has dates. */
export interface SelectedTask {
  /** Step id, with the ids of the steps that start its process in front. */
  readonly id: StepId;
  readonly step: Step;
  readonly definition: ProcessDefinition;
  /** Tasks it waits for; steps that are left out are replaced by those they would have waited for. */
  readonly dependsOn: readonly StepId[];
  readonly conditional: boolean;
  /** The task whose due date is this task's anchor date; absent when it is the run's own. */
  readonly anchoredTo?: StepId | undefined;
}

/** Child processes inside child processes are followed this deep; a process that leads back to itself stops here. */
const deepestChildren = 5;

/**
 * The tasks of a run in an order in which each comes after all it waits for.
 * A step is left out when a condition is known to fail. The tasks of a child process come before the
 * step that starts it, which then waits for the last of them.
 */
export function selectTasks(
  definition: ProcessDefinition,
  answers: ReadonlyMap<string, string>,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): SelectedTask[] {
  return inDependencyOrder(expand({ definition, answers, processes, prefix: "", depth: 0 }));
}

interface Expansion {
  readonly definition: ProcessDefinition;
  readonly answers: ReadonlyMap<string, string>;
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
  readonly prefix: string;
  readonly depth: number;
  readonly anchoredTo?: StepId | undefined;
  readonly waitsFor?: readonly StepId[] | undefined;
}

function expand(expansion: Expansion): SelectedTask[] {
  const { definition, answers, prefix } = expansion;
  const isLeftOut = (step: Step) =>
    step.when.some((condition) => evaluateCondition(condition, answers) === "fails");
  const kept = new Map(definition.steps.filter((step) => !isLeftOut(step)).map((step) => [step.id, step]));
  const all = new Map(definition.steps.map((step) => [step.id, step]));
  return [...kept.values()].flatMap((step) => {
    const own = keptPredecessors(step, kept, all).map((id) => prefix + id);
    const dependsOn = own.length > 0 ? own : (expansion.waitsFor ?? []);
    const task: SelectedTask = {
      id: prefix + step.id,
      step,
      definition,
      dependsOn,
      conditional: step.when.some((condition) => evaluateCondition(condition, answers) === "unknown"),
      anchoredTo: expansion.anchoredTo,
    };
    const children = childTasks(task, expansion);
    if (children.length === 0) return [task];
    return [...children, { ...task, dependsOn: [...new Set([...dependsOn, ...lastOf(children)])] }];
  });
}

function childTasks(task: SelectedTask, expansion: Expansion): SelectedTask[] {
  const child = task.step.process === undefined ? undefined : expansion.processes.get(task.step.process);
  if (!child || expansion.depth >= deepestChildren) return [];
  return expand({
    ...expansion,
    definition: child,
    prefix: `${task.id}/`,
    depth: expansion.depth + 1,
    anchoredTo: task.id,
    waitsFor: task.dependsOn,
  });
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

function inDependencyOrder(tasks: readonly SelectedTask[]): SelectedTask[] {
  const placed = new Set<StepId>();
  const ordered: SelectedTask[] = [];
  let waiting = [...tasks];
  const known = new Set(tasks.map((task) => task.id));
  while (waiting.length > 0) {
    const ready = waiting.filter((task) => task.dependsOn.every((id) => placed.has(id) || !known.has(id)));
    // A cycle leaves nothing ready; the checker refuses it, so any order will do for a plan that never runs.
    const [first = waiting[0] as SelectedTask] = ready;
    placed.add(first.id);
    ordered.push(first);
    waiting = waiting.filter((task) => task !== first);
  }
  return ordered;
}
