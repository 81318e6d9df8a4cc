import { answerLabel, conditionOfStep, type ProcessDefinition, type StepId } from "../../definition/index.ts";
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
  const isOpen = (id: StepId) =>
    state.tasks.some(({ step, isLeftOut, endedAt }) => step === id && !isLeftOut && endedAt === undefined);
  const step = task.definition;
  const failed = (step?.when ?? []).filter(
    (condition) => step && conditionOfStep(condition, step, { definition, answers, isOpen }) === "fails",
  );
  return failed.flatMap(({ subject }) => {
    const decision = state.tasks.find((other) => other.step === subject);
    const question = decision?.title ?? answerLabel(subject, definition);
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
