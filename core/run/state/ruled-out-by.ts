import { evaluateCondition, type ProcessDefinition } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { goneSteps } from "./gone-steps.ts";
import { knownAnswers } from "./known-answers.ts";
import type { RunState, TaskState } from "./task-state.ts";

/** The answers and decisions that ruled a step out, in words; empty for a step that none has. */
export function ruledOutBy(
  task: TaskState,
  facts: { readonly ledger: Ledger; readonly definition: ProcessDefinition; readonly state: RunState },
): Markdown[] {
  const { ledger, definition, state } = facts;
  if (task.definition === undefined && goneSteps(ledger).has(task.step)) return [text.upgrade.whyGone];
  const answers = knownAnswers(ledger, definition);
  const failed = (task.definition?.when ?? []).filter(
    (condition) => evaluateCondition(condition, answers) === "fails",
  );
  return failed.flatMap(({ subject }) => {
    const step = state.tasks.find((other) => other.step === subject);
    const question = step?.title ?? definition.ask.find((field) => field.id === subject)?.label;
    const answer = answers.get(subject);
    return answer === undefined || question === undefined
      ? []
      : [text.runComments.answerWas(question, answer, reasonOf(subject, ledger))];
  });
}

/** Why a question was answered as it was; empty where nobody said. */
function reasonOf(subject: string, { entries }: Ledger): string {
  const last = entries.findLast(
    (entry) =>
      (entry.kind === "decided" && entry.step === subject) ||
      (entry.kind === "answered" && entry.subject === subject),
  );
  return (last?.kind === "decided" || last?.kind === "answered" ? last.reason : undefined) ?? "";
}
