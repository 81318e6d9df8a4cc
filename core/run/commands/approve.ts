import type { RoleId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { judgedSteps } from "../task-progress.ts";
import type { StepCommand, StepCommandContext } from "./command.ts";
import { holdersOf, isSamePerson } from "./may-command.ts";

/** `/approve`: one of the named approvers agrees. */
export const approve: StepCommand = {
  name: "approve",
  scope: "step",
  usage: "/approve",
  purpose: text.run.commandPurpose.approve,
  accept: (context) => {
    const judgement = judgementOf(context);
    if ("refusal" in judgement) return judgement;
    const { author, at, comment, task } = context;
    return { entry: { kind: "approved", step: task.step, at, by: author, comment, roles: judgement.roles } };
  },
};

/** The approver roles a person speaks for on an approval that is open; a refusal when there are none. */
export function judgementOf(
  context: StepCommandContext,
): { readonly refusal: Markdown } | { readonly roles: readonly RoleId[] } {
  const { task, author, definition, state, handbook } = context;
  if (task.kind !== "approval") return { refusal: text.run.noApproval(task.title) };
  if (task.status !== "ready") return { refusal: text.run.notItsTurn(task.title, waitingFor(context)) };
  const approvers = task.definition?.approvers ?? [];
  const roles = approvers.filter((role) => speaksFor(role, context));
  if (roles.length === 0) {
    const named = approvers.flatMap((role) => holdersOf(role, context)[0] ?? []);
    return { refusal: text.run.notAnApprover(task.people.length > 0 ? task.people : named) };
  }
  const judged = state.tasks.filter((other) => judgedSteps(definition, task.step).includes(other.step));
  const own = judged.find((other) =>
    [...other.people, other.endedBy ?? ""].some((login) => isSamePerson(login, author)),
  );
  if (own && !handbook.handbook.config.selfApproval) return { refusal: text.run.ownWork(own.title) };
  return { roles };
}

/** A person speaks for a role that they hold; whoever a step was handed to speaks for all of its roles. */
function speaksFor(role: RoleId, context: StepCommandContext): boolean {
  const handed = context.ledger.entries.findLast(
    (entry) => entry.kind === "handed" && entry.step === context.task.step,
  );
  const holders = handed?.kind === "handed" ? handed.to : holdersOf(role, context);
  return holders.some((login) => isSamePerson(login, context.author));
}

function waitingFor({ task, state }: StepCommandContext): readonly string[] {
  return state.tasks
    .filter((other) => task.dependsOn.includes(other.step) && other.endedAt === undefined)
    .map((other) => other.title);
}
