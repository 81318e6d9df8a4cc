import { text } from "../../text/index.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommand } from "./command.ts";
import { commandLine } from "./command-line.ts";

/** `/skip <reason>`: the step is left out of this run. An approval is then not given, and is shown so. */
export const skip: StepCommand = {
  name: "skip",
  scope: "step",
  usage: () => "/skip why it is not needed",
  purpose: text.run.commandPurpose.skip,
  accept: (context) => {
    const { task, author, authorId, at, comment, rest, needsReason } = context;
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    if (rest === "" && needsReason) {
      return {
        refusal: text.run.reasonMissing(commandLine("/skip what we have from last year still fits", context)),
      };
    }
    return {
      entry: { kind: "skipped", step: task.step, at, by: author, byId: authorId, comment, reason: rest },
    };
  },
};
