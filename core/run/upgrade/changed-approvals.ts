import type { ProcessDefinition, RoleId, Step } from "../../definition/index.ts";
import { approvalsHangingOn } from "../rights/approvals-hanging-on.ts";
import { approvalsInWait } from "../state/approvals-in-wait.ts";
import { judgedWork } from "../state/judged-work.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import type { TwoTexts } from "./upgrade-obstacles.ts";

/**
 * The approvals of a run that are still to be given and that another text would make others: who gives them or answers for them, how many have to
 * agree, what they judge, whether they are asked for at all. Steps that are runs with such an approval in them are among these.
 */
export function changedApprovals({ before, after }: TwoTexts): readonly TaskState[] {
  return approvalsInWait(before.state, before.facts.handbook).filter((task) => {
    const now = after.state.tasks.find(({ step, isLeftOut }) => step === task.step && !isLeftOut);
    return (
      now === undefined || gateOf(task, before.facts, before.state) !== gateOf(now, after.facts, after.state)
    );
  });
}

/** All that decides about an approval, as a text to compare. */
function gateOf(task: TaskState, { definition, handbook, ledger }: RunFacts, state: RunState): string {
  const { config, processes, roles } = handbook.handbook;
  const inside = processes.get(task.definition?.process ?? "");
  const deciding = definition.steps.filter(({ id }) =>
    approvalsHangingOn(id, definition, handbook).includes(task.step),
  );
  const steps = [...(task.definition ? [task.definition] : []), ...deciding, ...(inside?.steps ?? [])];
  const concerned = new Set([
    definition.processOwner,
    ...(inside ? [inside.processOwner] : []),
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
  ]);
}

function ruleOf({ id, kind, approvers, policy, when, accountable, roles, options, process }: Step) {
  return [id, kind, approvers, policy, when, accountable, roles, options, process];
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
