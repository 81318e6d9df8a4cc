import type { ProcessDefinition, Step, StepId } from "../../definition/index.ts";
import { inDependencyOrder, type SelectedTask, selectTasks } from "../../plan/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { knownAnswers } from "./known-answers.ts";
import { stepsOver } from "./steps-over.ts";

type Added = Extract<LedgerEntry, { kind: "added" }>;

/**
 * The tasks of a run in dependency order: the steps that the answers and decisions known so far leave, and those that only
 * this run has. Child processes run by themselves, so their steps are not among them.
 */
export function tasksOfRun(ledger: Ledger, definition: ProcessDefinition): SelectedTask[] {
  const planned = selectTasks(
    definition,
    knownAnswers(ledger, definition),
    new Map(),
    stepsOver(ledger, definition),
  );
  const added = ledger.entries.filter((entry): entry is Added => entry.kind === "added");
  if (added.length === 0) return planned;
  const all = [...planned, ...added.map((entry) => addedTask(entry, definition))];
  const known = new Set(all.map(({ id }) => id));
  const before = (id: StepId) =>
    added.filter((entry) => entry.before?.includes(id) === true).map(({ step }) => step);
  return inDependencyOrder(
    all.map((task) => ({
      ...task,
      dependsOn: [...task.dependsOn.filter((id) => known.has(id)), ...before(task.id)],
    })),
  );
}

function addedTask({ step, title, after = [] }: Added, definition: ProcessDefinition): SelectedTask {
  return {
    id: step,
    step: stepOf(step, title, definition),
    definition,
    dependsOn: after,
    childEnds: [],
    conditional: false,
  };
}

/** A step that the handbook does not have: one day of work for one person. */
function stepOf(id: StepId, title: string, { processOwner }: ProcessDefinition): Step {
  return {
    id,
    title,
    kind: "task",
    roles: [],
    approvers: [],
    policy: "all",
    options: [],
    dependsOn: [],
    when: [],
    collect: [],
    inputs: [],
    outputs: [],
    tools: [],
    consulted: [],
    informed: [],
    accountable: processOwner,
    optional: false,
    instructions: { markdown: "", checklist: [] },
    line: 0,
  };
}
