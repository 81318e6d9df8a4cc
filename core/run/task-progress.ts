import type { ProcessDefinition, StepId } from "../definition/index.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { TaskState } from "./task-state.ts";

/** What has become of a step so far; without a status it is not over. */
export type TaskProgress = Pick<
  TaskState,
  "endedAt" | "endedBy" | "reopenCount" | "approvedBy" | "outcome"
> & {
  readonly status?: "done" | "skipped";
};

/** Folds the entries of a ledger into what became of one step. An opening undoes all that came before it. */
export function taskProgressOf(step: StepId, ledger: Ledger, process: ProcessDefinition): TaskProgress {
  const definition = process.steps.find((candidate) => candidate.id === step);
  let progress: TaskProgress = { reopenCount: 0, approvedBy: [] };
  const open = (): TaskProgress => ({ reopenCount: progress.reopenCount + 1, approvedBy: [] });
  for (const entry of ledger.entries) {
    if (entry.kind === "changes") {
      const judged = judgedSteps(process, entry.step);
      if (entry.step === step) progress = { ...progress, approvedBy: [] };
      if (judged.includes(step)) progress = open();
      continue;
    }
    if (!("step" in entry) || entry.step !== step) continue;
    if (entry.kind === "reopened") progress = open();
    else if (entry.kind === "approved") {
      const added = entry.roles.map((role) => ({ role, by: entry.by }));
      const approvedBy = [...progress.approvedBy.filter(({ role }) => !entry.roles.includes(role)), ...added];
      const approvers = definition?.approvers ?? [];
      const isEnough =
        definition?.policy === "any"
          ? approvedBy.length > 0
          : approvers.every((role) => approvedBy.some((approval) => approval.role === role));
      progress = { ...progress, approvedBy, ...(isEnough && ended("done", entry)) };
    } else if (entry.kind === "decided")
      progress = { ...progress, outcome: entry.outcome, ...ended("done", entry) };
    else if (entry.kind === "closed") progress = { ...progress, ...ended("done", entry) };
    else if (entry.kind === "skipped") progress = { ...progress, ...ended("skipped", entry) };
  }
  return progress;
}

function ended(
  status: "done" | "skipped",
  { at, by }: LedgerEntry,
): Pick<TaskProgress, "status" | "endedAt" | "endedBy"> {
  return { status, endedAt: at, endedBy: by };
}

/** The steps whose work an approval judges: the one it names, or those it waits for. */
export function judgedSteps(definition: ProcessDefinition, approval: StepId): readonly StepId[] {
  const step = definition.steps.find((candidate) => candidate.id === approval);
  return step?.approves === undefined ? (step?.dependsOn ?? []) : [step.approves];
}
