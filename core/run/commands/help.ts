import { type Markdown, text } from "../../text/index.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { CommandContext, CommandText, RunCommand } from "./command.ts";
import { exampleDay } from "./example-day.ts";

/** `/help`: what can be written here, now. */
export const help: RunCommand = {
  name: "help",
  scope: "run",
  usage: () => "/help",
  purpose: text.run.commandPurpose.help,
  accept: (context) => ({
    answer: context.here === undefined ? helpOnRun(context) : helpOnStep(context.here, context),
  }),
};

/** What is of use on any issue, whatever has become of its step. */
const always: readonly string[] = ["status", "help"];

function helpOnStep(task: TaskState, context: CommandContext): Markdown {
  const day = exampleDay(context);
  const fits = ({ kinds }: CommandText) => kinds?.includes(task.kind) ?? true;
  const useful = context.known.filter(
    (command) =>
      always.includes(command.name) || (command.scope === "step" && !isOver(task) && fits(command)),
  );
  return text.run.helpOnStep({
    title: task.title,
    isOver: isOver(task),
    ending: text.runComments.howToEnd(turnOf({ ...context, task, observed: { run: context.run } })),
    commands: useful.map(({ usage, purpose }) => ({ usage: usage(day), purpose })),
  });
}

/** On the run's issue a step command needs the step's number or name; a run that has begun needs no `/go`. */
function helpOnRun(context: CommandContext): Markdown {
  const day = exampleDay(context);
  const { outcome } = context.state;
  if (outcome !== "running") {
    const useful = context.known.filter(({ name }) => always.includes(name));
    return text.run.helpWhenOver(
      outcome,
      useful.map(({ usage, purpose }) => ({ usage: usage(day), purpose })),
    );
  }
  const open = context.state.tasks.filter((task) => !isOver(task));
  const fits = ({ kinds, scope }: CommandText) =>
    scope === "run" || open.some(({ kind }) => kinds?.includes(kind) ?? true);
  const example = open.find(({ issue }) => issue !== undefined);
  return text.run.helpOnRun(
    context.known
      .filter((command) => command.name !== "go" && fits(command))
      .map(({ usage, purpose, scope }) => ({
        usage: scope === "step" ? usage(day).replace(/^\/\S+/, "$& step") : usage(day),
        purpose,
      })),
    example && { issue: example.issue?.number ?? 0, id: example.step },
  );
}
