import { nearest } from "../../message.ts";
import { text } from "../../text/index.ts";
import type { StepCommand } from "./command.ts";
import { mayCommand } from "./may-command.ts";

/** `/decide <option>`: the outcome of a decision. */
export const decide: StepCommand = {
  name: "decide",
  scope: "step",
  usage: "/decide option",
  purpose: text.run.commandPurpose.decide,
  accept: (context) => {
    const { task, author, at, comment, rest } = context;
    const options = task.definition?.options ?? [];
    if (task.kind !== "decision") return { refusal: text.run.noDecision(task.title) };
    if (!mayCommand(author, context, task)) return { refusal: text.run.notAllowed(task.people) };
    if (task.status !== "ready") return { refusal: text.run.notItsTurn(task.title, []) };
    const outcome = options.find((option) => option.toLowerCase() === rest.toLowerCase());
    if (outcome === undefined)
      return { refusal: text.run.unknownOption(rest, options, nearest(rest, options)) };
    return { entry: { kind: "decided", step: task.step, at, by: author, comment, outcome } };
  },
};
