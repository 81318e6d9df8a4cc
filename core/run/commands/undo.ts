import { type Step, type StepId, waitsForAny } from "../../definition/index.ts";
import { text } from "../../text/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import { type LedgerEntry, takenBackKinds } from "../ledger/ledger.ts";
import { isSameAccount } from "../people/account.ts";
import { judgedThrough } from "../state/judged-work.ts";
import { openedBy } from "../state/task-progress.ts";
import { tasksOfRun } from "../state/tasks-of-run.ts";
import { withTurn } from "../state/with-turn.ts";
import type { CommandContext, RunCommand } from "./command.ts";

/**
 * `/undo`: takes back the writer's own last command on this issue, while nothing rests on it. What was asked for stays in the
 * ledger as taken back.
 */
export const undo: RunCommand = {
  name: "undo",
  scope: "run",
  usage: () => "/undo",
  purpose: text.run.commandPurpose.undo,
  accept: (context) => {
    const { author, authorId, at, comment, ledger, issue } = context;
    const here = new Set(issue.comments.map(({ number }) => number));
    const isOwn = (entry: LedgerEntry) =>
      "comment" in entry &&
      typeof entry.comment === "number" &&
      here.has(entry.comment) &&
      isSameAccount(doerOf(entry), { login: author, id: authorId });
    const index = ledger.entries.findLastIndex((entry) => isOwn(entry));
    const last = ledger.entries[index];
    const of = takenBackKinds.find((kind) => kind === last?.kind);
    if (last === undefined || of === undefined) return { refusal: text.run.nothingToUndo };
    const later = ledger.entries.slice(index + 1);
    if (later.some((entry) => restsOn(entry, last, context)))
      return { refusal: text.run.somethingRestsOnIt(last.kind) };
    const step = "step" in last ? { step: last.step } : {};
    const asked = "comment" in last && last.comment ? last.comment : comment;
    // Whoever had the step for a time may have done the work in it.
    const handedTo = last.kind === "handed" ? [...(last.toIds?.values() ?? [])] : [];
    const had = [...new Set([...(last.hadBy ?? []), ...handedTo])];
    const hadBy = had.length > 0 ? { hadBy: had } : {};
    const entry = {
      kind: "undone",
      of,
      ...step,
      ...hadBy,
      at,
      by: author,
      byId: authorId,
      comment,
      asked,
    } as const;
    return { entry: withTurn(entry, context.state, last), takesBack: last };
  },
};

/** Whether something that happened later would not have happened so without an earlier entry. */
function restsOn(later: LedgerEntry, earlier: LedgerEntry, context: CommandContext): boolean {
  if (later.kind === "undone") return false;
  // Dates and people count from another text since.
  if (later.kind === "upgraded") return true;
  // Dates that were promised since count from the one that would be taken back.
  if ((earlier.kind === "due" || earlier.kind === "moved") && later.promised !== undefined) return true;
  const isWhole = ({ kind }: LedgerEntry) => kind === "moved" || kind === "cancelled" || kind === "resumed";
  if (!("step" in earlier)) return isWhole(later) || later.kind === "due";
  if (!("step" in later)) return false;
  if (earlier.step === undefined || later.step === undefined) return false;
  const touched = new Set<StepId>([earlier.step, ...openedBy(earlier, context.definition)]);
  const isEnd = ["closed", "skipped", "approved", "decided", "changes"].includes(earlier.kind);
  return touched.has(later.step) || (isEnd && comesAfter(later.step, touched, context));
}

/** Whether a step waits for one of some others, by the handbook or by what was added to this run, or judges it. */
function comesAfter(
  step: StepId,
  before: ReadonlySet<StepId>,
  { definition, ledger }: CommandContext,
): boolean {
  const isBehind = (steps: readonly Pick<Step, "id" | "dependsOn">[]) =>
    waitsForAny(steps.find(({ id }) => id === step)?.dependsOn ?? [], before, { steps });
  return (
    isBehind(definition.steps) ||
    isBehind(tasksOfRun(ledger, definition)) ||
    !judgedThrough(definition, step, ledger).isDisjointFrom(before)
  );
}
