import { text } from "../../text/index.ts";
import { judgementOf } from "./approve.ts";
import type { StepCommand } from "./command.ts";

/** `/changes <reason>`: one of the named approvers sends the work back. */
export const changes: StepCommand = {
  name: "changes",
  scope: "step",
  usage: "/changes what should change",
  purpose: text.run.commandPurpose.changes,
  accept: (context) => {
    const judgement = judgementOf(context);
    if ("refusal" in judgement) return judgement;
    const reason = [context.rest, context.written.below].filter((part) => part !== "").join("\n");
    if (reason === "")
      return { refusal: text.run.reasonMissing("/changes the introduction promises too much") };
    const { author, at, comment, task } = context;
    return { entry: { kind: "changes", step: task.step, at, by: author, comment, reason } };
  },
};
