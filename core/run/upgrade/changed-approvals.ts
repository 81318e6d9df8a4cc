import { type ProcessDefinition, processesWithin, type RoleId, type Step } from "../../definition/index.ts";
import { approvalsHangingOn } from "../rights/approvals-hanging-on.ts";
import { approvalsInWait } from "../state/approvals-in-wait.ts";
import { holdsApproval } from "../state/holds-approval.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { RunFacts } from "../state/run-state.ts";
import { taskProgressOf } from "../state/task-progress.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { standingIn } from "./freed-from-outside.ts";
import { freedSteps } from "./freed-steps.ts";
import type { TwoTexts } from "./upgrade-obstacles.ts";

/**
 * The approvals of a run that are still to be given and that another text would make others: who gives them or answers for them, how many have to
 * agree, what they judge, what waits for them, whether they are asked for at all. Steps that are runs with such an approval in them are among these,
 * and what is ruled out by now: a decision made anew brings it back.
 */
export function changedApprovals({ before, after }: TwoTexts): readonly TaskState[] {
  return [...approvalsInWait(before.state, before.facts.handbook), ...approvalsRuledOut(before)].filter(
    (task) => {
      const now = after.state.tasks.find(({ step }) => step === task.step);
      return (
        now === undefined ||
        now.isLeftOut !== task.isLeftOut ||
        isPassedBy(task, { before, after }) ||
        gateOf(task, before.facts, before.state) !== gateOf(now, after.facts, after.state)
      );
    },
  );
}

/** The steps that are ruled out by now and were not done before, and that are approvals or runs whose process holds one. */
function approvalsRuledOut({ facts, state }: TwoTexts["before"]): readonly TaskState[] {
  const { ledger, definition, handbook } = facts;
  return state.tasks.filter(
    (task) =>
      task.isLeftOut &&
      (task.kind === "approval" || holdsApproval(task.definition?.process, handbook.handbook.processes)) &&
      taskProgressOf(task.step, ledger, definition).status === undefined,
  );
}

/** All that decides about an approval, as a text to compare. */
function gateOf(task: TaskState, { definition, handbook, ledger }: RunFacts, state: RunState): string {
  const { config, processes, roles } = handbook.handbook;
  const inside = processesWithin(task.definition?.process, processes);
  // Decisions, and the steps that collect a value.
  const deciding = definition.steps.filter(({ id, collect }) =>
    [id, ...collect.map((value) => value.id)].some((subject) =>
      approvalsHangingOn(subject, definition, handbook).includes(task.step),
    ),
  );
  const steps = [
    ...(task.definition ? [task.definition] : []),
    ...deciding,
    ...inside.flatMap((process) => process.steps),
  ];
  const concerned = new Set([
    definition.processOwner,
    ...inside.map((process) => process.processOwner),
    ...steps.flatMap((step) => [...step.approvers, ...step.roles, step.accountable]),
  ]);
  const holders = (id: RoleId) => [id, roles.get(id)?.people, roles.get(id)?.deputies];
  return JSON.stringify([
    config.approvals,
    config.starterApproves,
    definition.processOwner,
    task.parts,
    steps.map(ruleOf),
    [...concerned].sort().map(holders),
    judgedOf(task, definition, { ledger, state }),
    judgedInside(inside),
  ]);
}

function ruleOf({ id, kind, approvers, policy, when, accountable, roles, options, process, collect }: Step) {
  const values = collect.map(({ id: value, type }) => [value, type]);
  return [id, kind, approvers, policy, when, accountable, roles, options, process, values];
}

/** Whether less would wait for an approval, or for one in the run that a step is. */
function isPassedBy(task: TaskState, { before, after }: TwoTexts): boolean {
  const isFreed = (...of: Parameters<typeof freedSteps>) => freedSteps(...of).length > 0;
  if (isFreed(task.step, before.facts.definition, after.facts.definition, standingIn(before.state)))
    return true;
  const { processes } = after.facts.handbook.handbook;
  return processesWithin(task.definition?.process, before.facts.handbook.handbook.processes).some(
    (inside) => {
      const now = processes.get(inside.id);
      return (
        now !== undefined &&
        inside.steps.some(({ id, kind }) => kind === "approval" && isFreed(id, inside, now, () => "to-do"))
      );
    },
  );
}

/** What is judged by the approvals of the processes inside a step, as these say it. */
function judgedInside(inside: readonly ProcessDefinition[]) {
  return inside.flatMap((process) =>
    process.steps.flatMap(({ id, kind }) =>
      kind === "approval" ? [[process.id, id, [...judgedWork(process, id, { entries: [] })].sort()]] : [],
    ),
  );
}

function judgedOf(
  task: TaskState,
  definition: ProcessDefinition,
  { ledger, state }: Pick<RunFacts, "ledger"> & { readonly state: RunState },
): readonly string[] {
  if (task.kind !== "approval") return [];
  const judged = judgedWork(definition, task.step, ledger);
  return state.tasks.flatMap(({ step, isLeftOut }) => (judged.has(step) && !isLeftOut ? [step] : [])).sort();
}
