import { text } from "../../text/index.ts";
import { workOfIssue } from "../observed/work-of-issue.ts";
import type { StepCommand } from "./command.ts";
import { judgementOf } from "./judgement-of.ts";

/** `/approve`: one of the named approvers agrees. */
export const approve: StepCommand = {
  name: "approve",
  scope: "step",
  kinds: ["approval"],
  usage: () => "/approve",
  purpose: text.run.commandPurpose.approve,
  misplaced: ({ task }) => text.run.noApproval(task.title, task.kind),
  accept: (context) => {
    const judgement = judgementOf(context);
    if ("refusal" in judgement) return judgement;
    const { author, authorId, at, comment, task } = context;
    const open = judgement.roles.filter((role) => !task.approvedBy.some((given) => given.role === role));
    if (open.length === 0) return { refusal: text.run.approvedAlready(task.title) };
    const texts = judgement.judged.flatMap(({ step, issue }) => {
      const digest = issue ? workOfIssue(issue).digest : "";
      return digest === "" ? [] : [[step, digest] as const];
    });
    return {
      entry: {
        kind: "approved",
        step: task.step,
        at,
        by: author,
        byId: authorId,
        comment,
        roles: open,
        texts,
      },
    };
  },
};
