import { evaluateCondition } from "../../definition/index.ts";
import { nearest } from "../../message.ts";
import { text } from "../../text/index.ts";
import type { OpenQuestion } from "../state/open-question.ts";
import type { CommandResult, StepCommand, StepCommandContext } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { isFromEarlier, notItsTurn } from "./not-its-turn.ts";

/** `/decide <option>`: the outcome of a decision. */
export const decide: StepCommand = {
  name: "decide",
  scope: "step",
  kinds: ["decision"],
  usage: () => "/decide option",
  purpose: text.run.commandPurpose.decide,
  misplaced: ({ task }) => text.run.noDecision(task.title, task.kind),
  accept: (context) => {
    const { task, author, authorId, at, comment, rest } = context;
    const options = task.definition?.options ?? [];
    if (task.question !== undefined) return answer(task.question, context);
    if (task.status !== "ready" || isFromEarlier(context)) return { refusal: notItsTurn(context) };
    const outcome = options.find((option) => option.toLowerCase() === rest.toLowerCase());
    if (outcome === undefined) {
      const lines = (meant: readonly string[]) =>
        meant.map((option) => commandLine(`/decide ${option}`, context));
      return { refusal: text.run.unknownOption(rest, lines(options), lines(optionMeant(rest, options))[0]) };
    }
    return { entry: { kind: "decided", step: task.step, at, by: author, byId: authorId, comment, outcome } };
  },
};

/** A question that the start form left open is answered on the step that hangs on it. */
function answer(question: OpenQuestion, context: StepCommandContext): CommandResult {
  const { task, author, authorId, at, comment, rest } = context;
  const { subject, label, options, condition } = question;
  const value =
    options.length > 0 ? options.find((option) => option.toLowerCase() === rest.toLowerCase()) : rest.trim();
  const isClear =
    value !== undefined && evaluateCondition(condition, new Map([[subject, value]])) !== "unknown";
  if (value === undefined || !isClear)
    return {
      refusal: text.run.noAnswer(
        label,
        rest,
        options.map((option) => commandLine(`/decide ${option}`, context)),
      ),
    };
  return {
    entry: { kind: "answered", step: task.step, at, by: author, byId: authorId, comment, subject, value },
  };
}

/** The option somebody seems to mean: misspelt, cut short, or with more words behind it; empty when it is not clear. */
function optionMeant(written: string, options: readonly string[]): readonly string[] {
  const typed = written.toLowerCase();
  const near = nearest(written, options);
  if (near !== undefined) return [near];
  const longer = options.filter((option) => typed.startsWith(`${option.toLowerCase()} `));
  const within = options.filter((option) => typed.length > 1 && option.toLowerCase().includes(typed));
  return longer.length > 0 ? longer.slice(0, 1) : within.length === 1 ? within : [];
}
