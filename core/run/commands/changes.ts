import { text } from "../../text/index.ts";
import type { StepCommand } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { judgementOf } from "./judgement-of.ts";

/** `/changes <reason>`: one of the named approvers sends the work back. */
export const changes: StepCommand = {
  name: "changes",
  scope: "step",
  kinds: ["approval"],
  usage: () => "/changes what should change",
  purpose: text.run.commandPurpose.changes,
  misplaced: ({ task }) => text.run.noApproval(task.title, task.kind),
  accept: (context) => {
    const judgement = judgementOf(context);
    if ("refusal" in judgement) return judgement;
    const reason = [context.rest, context.written.below].filter((part) => part !== "").join("\n");
    if (reason === "")
      return {
        refusal: text.run.reasonMissing(commandLine("/changes the introduction promises too much", context)),
      };
    const { author, authorId, at, comment, task } = context;
    return { entry: { kind: "changes", step: task.step, at, by: author, byId: authorId, comment, reason } };
  },
};
