import { text } from "../../text/index.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommand } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { exampleDay } from "./example-day.ts";
import { readableDay } from "./readable-day.ts";

/** `/due <date> <reason>`: another due date for one step; those that wait for it follow. */
export const due: StepCommand = {
  name: "due",
  scope: "step",
  usage: (day) => `/due ${day} why it moves`,
  purpose: text.run.commandPurpose.due,
  accept: (context) => {
    const { task, author, authorId, at, comment, rest, needsReason } = context;
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    const example = (day: string) => commandLine(`/due ${day} the expert is away`, context);
    const [word = "", ...words] = rest.split(/\s+/);
    const day = readableDay(word, context, example(exampleDay(context)));
    if ("refusal" in day) return day;
    const { date } = day;
    const reason = words.join(" ");
    if (reason === "" && needsReason) return { refusal: text.run.reasonMissing(example(date)) };
    return {
      entry: { kind: "due", step: task.step, at, by: author, byId: authorId, comment, date, reason },
    };
  },
};
