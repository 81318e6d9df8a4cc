import { type Markdown, text } from "../../text/index.ts";
import { type Act, claimOf, mayDo, subjectOf } from "../rights/index.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import { turnOf } from "../state/turn-of.ts";
import type { CommandContext, CommandText, RunCommand } from "./command.ts";
import { exampleDay } from "./example-day.ts";

/** `/help`: what whoever asks can write here, now. */
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
const endings: readonly string[] = ["done", "approve", "decide"];

function helpOnStep(task: TaskState, context: CommandContext): Markdown {
  const day = exampleDay(context);
  const fits = ({ kinds }: CommandText) => kinds?.includes(task.kind) ?? true;
  const may = rightsOf(context, task);
  const mayEnd = context.known.some((command) => endings.includes(command.name) && may(command));
  const useful = context.known.filter(
    (command) =>
      always.includes(command.name) ||
      (command.scope === "step" && !isOver(task) && fits(command) && may(command)),
  );
  return text.run.helpOnStep({
    title: task.title,
    isOver: isOver(task),
    // How a step ends is for whoever may end it.
    ending: mayEnd
      ? text.turns.howToEnd(turnOf({ ...context, task, observed: { run: context.run } }))
      : undefined,
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
  const mayOnRun = rightsOf(context, undefined);
  const steps = open.map((task) => ({ kind: task.kind, may: rightsOf(context, task) }));
  const fits = (command: CommandText) =>
    command.scope === "run"
      ? mayOnRun(command)
      : steps.some(({ kind, may }) => (command.kinds?.includes(kind) ?? true) && may(command));
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

/** Whether whoever asks may write a command on a step, or on the run where none is given. */
function rightsOf(context: CommandContext, task: TaskState | undefined): (command: CommandText) => boolean {
  const { approvals } = context.handbook.handbook.config;
  const claim = claimOf({ login: context.author, id: context.authorId }, context, task);
  const may = (act: Act) => mayDo(act, subjectOf(act, task, context), approvals, claim).may;
  return ({ name }) => may(name) || (name === "decide" && task?.question !== undefined && may("answer"));
}
