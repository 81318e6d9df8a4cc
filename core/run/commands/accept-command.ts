import type { StepId } from "../../definition/index.ts";
import { nearest } from "../../message.ts";
import { text } from "../../text/index.ts";
import type { TaskState } from "../task-state.ts";
import type { CommandContext, CommandResult, StepCommand } from "./command.ts";
import { commands } from "./commands.ts";

/**
 * Judges one command. `step` is the step on whose issue it was written; on the run issue a step command begins with
 * the step's id or its issue number.
 */
export function acceptCommand(
  context: Omit<CommandContext, "known" | "isOnRun">,
  step: StepId | undefined,
): CommandResult {
  const { written, state } = context;
  const whole: CommandContext = { ...context, known: commands, isOnRun: step === undefined };
  const command = commands.find((candidate) => candidate.name === written.name);
  if (!command) return { refusal: text.run.unknownCommand(written.word, written.near ?? "help") };
  if (command.scope === "run") {
    return step === undefined || answersAnywhere.includes(command.name)
      ? command.accept(whole)
      : { refusal: text.run.onlyOnRun(command.name, context.runUrl) };
  }
  const task = state.tasks.find((candidate) => candidate.step === step);
  if (task) return command.accept({ ...whole, task, rest: written.rest });
  return acceptOnRun(command, whole);
}

const answersAnywhere: readonly string[] = ["help", "status"];

function acceptOnRun(command: StepCommand, context: CommandContext): CommandResult {
  const [word = "", ...words] = context.written.rest.split(/\s+/);
  const task = findTask(word, context.state.tasks);
  if (task) return command.accept({ ...context, task, rest: words.join(" ") });
  const ids = context.state.tasks.map((candidate) => candidate.step);
  return { refusal: text.run.whichStep(command.name, word, ids, nearest(word, ids)) };
}

function findTask(word: string, tasks: readonly TaskState[]): TaskState | undefined {
  const number = /^#(\d{1,9})$/.exec(word)?.[1];
  return tasks.find(
    (task) => task.step === word || (number !== undefined && task.issue?.number === Number(number)),
  );
}
