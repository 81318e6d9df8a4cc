import { text } from "../../text/index.ts";
import type { StepCommand } from "./command.ts";
import { judgementOf } from "./judgement-of.ts";

/** `/approve`: one of the named approvers agrees. */
export const approve: StepCommand = {
  name: "approve",
  scope: "step",
  kinds: ["approval"],
  usage: () => "/approve",
  purpose: text.run.commandPurpose.approve,
  accept: (context) => {
    const judgement = judgementOf(context);
    if ("refusal" in judgement) return judgement;
    const { author, at, comment, task } = context;
    return { entry: { kind: "approved", step: task.step, at, by: author, comment, roles: judgement.roles } };
  },
};
