import { evaluateCondition } from "../../definition/index.ts";
import { nearest } from "../../message.ts";
import { text } from "../../text/index.ts";
import type { OpenQuestion } from "../state/open-question.ts";
import type { CommandResult, StepCommand, StepCommandContext } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { giftProblem } from "./gift-problem.ts";
import { isFromEarlier, notItsTurn } from "./not-its-turn.ts";

/** `/decide <option> [reason]`: the outcome of a decision. */
export const decide: StepCommand = {
  name: "decide",
  scope: "step",
  kinds: ["decision"],
  usage: () => "/decide option perhaps why",
  purpose: text.run.commandPurpose.decide,
  misplaced: ({ task }) => text.run.noDecision(task.title, task.kind),
  accept: (context) => {
    const { task, author, authorId, at, comment, rest } = context;
    const options = task.definition?.options ?? [];
    if (task.question !== undefined) return answer(task.question, context);
    if (task.status !== "ready" || isFromEarlier(context)) return { refusal: notItsTurn(context) };
    const { option: outcome, reason } = optionWritten(rest, options);
    if (outcome === undefined) {
      const lines = (meant: readonly string[]) =>
        meant.map((option) => commandLine(`/decide ${option}`, context));
      return { refusal: text.run.unknownOption(rest, lines(options), lines(optionMeant(rest, options))[0]) };
    }
    const chosen = giftProblem({ login: author, id: authorId }, task.roles, context);
    if (chosen) return { refusal: chosen };
    const decided = { step: task.step, at, by: author, byId: authorId, comment, outcome };
    return { entry: { kind: "decided", ...decided, ...(reason !== "" && { reason }) } };
  },
};

/** A question that the start form left open is answered on the step that hangs on it. */
function answer(question: OpenQuestion, context: StepCommandContext): CommandResult {
  const { task, author, authorId, at, comment, rest } = context;
  const { subject, label, options, condition } = question;
  const { option: value, reason } =
    options.length > 0 ? optionWritten(rest, options) : { option: rest.trim(), reason: "" };
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
  const answered = { step: task.step, at, by: author, byId: authorId, comment, subject, value };
  return { entry: { kind: "answered", ...answered, ...(reason !== "" && { reason }) } };
}

/**
 * The option that a line begins with, the longest where several do, and what stands behind it. Nothing where it begins with none, or
 * where a word goes on behind it.
 */
function optionWritten(
  line: string,
  options: readonly string[],
): { readonly option: string | undefined; readonly reason: string } {
  const typed = line.toLowerCase();
  const fitting = options.filter((option) => {
    const behind = typed.slice(option.length);
    return typed.startsWith(option.toLowerCase()) && (behind === "" || /^[\s,;:.–—-]/.test(behind));
  });
  const option = fitting.toSorted((a, b) => b.length - a.length)[0];
  if (option === undefined) return { option, reason: "" };
  return {
    option,
    reason: line
      .slice(option.length)
      .replace(/^[\s,;:.–—-]{1,9}/, "")
      .trim(),
  };
}

/** The option somebody seems to mean: misspelt, or cut short; empty when it is not clear. */
function optionMeant(written: string, options: readonly string[]): readonly string[] {
  const typed = written.toLowerCase();
  const near = nearest(written, options);
  if (near !== undefined) return [near];
  const within = options.filter((option) => typed.length > 1 && option.toLowerCase().includes(typed));
  return within.length === 1 ? within : [];
}
