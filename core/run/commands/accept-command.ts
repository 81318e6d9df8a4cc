import { parseCivilDate } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { nearest } from "../../message.ts";
import { text } from "../../text/index.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { CommandContext, CommandResult, StepCommand } from "./command.ts";
import { commands } from "./commands.ts";

/**
 * Judges one command. `step` is the step on whose issue it was written; on the run issue a step command begins with
 * the step's id or its issue number.
 */
export function acceptCommand(
  context: Omit<CommandContext, "known" | "here">,
  step: StepId | undefined,
): CommandResult {
  const { written, state } = context;
  const here = state.tasks.find((candidate) => candidate.step === step);
  const whole: CommandContext = { ...context, known: commands, here };
  const command = commands.find((candidate) => candidate.name === written.name);
  if (!command) return { refusal: text.run.unknownCommand(written.word, written.near ?? "help") };
  if (state.outcome !== "running" && !answersAnywhere.includes(command.name))
    return { refusal: text.run.runIsOver(state.outcome) };
  if (command.scope === "run") {
    return here === undefined || command.name === "go" || answersAnywhere.includes(command.name)
      ? command.accept(whole)
      : { refusal: text.run.onlyOnRun(command.name, context.run.url) };
  }
  return here ? command.accept({ ...whole, task: here, rest: written.rest }) : acceptOnRun(command, whole);
}

const answersAnywhere: readonly string[] = ["help", "status"];

function acceptOnRun(command: StepCommand, context: CommandContext): CommandResult {
  const { tasks } = context.state;
  const [word = "", ...words] = context.written.rest.split(/\s+/);
  const task = findTask(word, tasks);
  if (task) return command.accept({ ...context, task, rest: words.join(" ") });
  const fitting = tasks.filter((other) => !isOver(other) && (command.kinds?.includes(other.kind) ?? true));
  const near = nearest(
    word,
    fitting.map((other) => other.step),
  );
  return {
    refusal: text.run.whichStep({
      name: command.name,
      word,
      near,
      steps: fitting.map((other) => ({ id: other.step, issue: other.issue?.number, title: other.title })),
      wholeRun: near === undefined ? forTheWholeRun(command, context) : undefined,
    }),
  };
}

/** What somebody who names no step may have meant: the same for the run as a whole. */
function forTheWholeRun({ name }: StepCommand, { written }: CommandContext) {
  const [word = "", ...words] = written.rest.split(/\s+/);
  if (name === "due" && parseCivilDate(word) !== undefined)
    return { means: "move" as const, line: `/move ${[word, ...words].join(" ").trim()}` };
  if (name === "skip" && written.rest !== "" && !/^#?\d/.test(word))
    return { means: "cancel" as const, line: `/cancel ${written.rest}` };
  return undefined;
}

function findTask(word: string, tasks: readonly TaskState[]): TaskState | undefined {
  const number = /^#?(\d{1,9})$/.exec(word)?.[1];
  return tasks.find(
    (task) => task.step === word || (number !== undefined && task.issue?.number === Number(number)),
  );
}
