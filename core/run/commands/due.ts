import { parseCivilDate } from "../../calendar/index.ts";
import { text } from "../../text/index.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommand } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { dayOff } from "./day-off.ts";
import { exampleDay } from "./example-day.ts";
import { mayCommand } from "./may-command.ts";
import { isTooFar } from "./too-far.ts";

/** `/due <date> <reason>`: another due date for one step; those that wait for it follow. */
export const due: StepCommand = {
  name: "due",
  scope: "step",
  usage: (day) => `/due ${day} why it moves`,
  purpose: text.run.commandPurpose.due,
  accept: (context) => {
    const { task, author, at, comment, rest, state } = context;
    if (!mayCommand(author, context, task)) return { refusal: text.run.notAllowed(task.people) };
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    const example = (day: string) => commandLine(`/due ${day} the expert is away`, context);
    const [word = "", ...words] = rest.split(/\s+/);
    const date = parseCivilDate(word);
    if (date === undefined) return { refusal: text.run.dateMissing(word, example(exampleDay(context))) };
    if (isTooFar(date, state.today)) return { refusal: text.run.dateTooFar(date) };
    if (date < state.today) return { refusal: text.run.datePast(date) };
    const reason = words.join(" ");
    if (reason === "") return { refusal: text.run.reasonMissing(example(date)) };
    return {
      entry: { kind: "due", step: task.step, at, by: author, comment, date, reason },
      note: dayOff(date, context),
    };
  },
};
