import { type ProcessDefinition, type StepId, votesNeeded } from "../../definition/index.ts";
import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { countPeople } from "../people/account.ts";
import { judgedSteps } from "./judged-steps.ts";
import { judgedThrough } from "./judged-work.ts";
import { stepsHangingOn } from "./steps-hanging-on.ts";
import type { TaskState } from "./task-state.ts";

/** What has become of a step so far; without a status it is not over. */
export type TaskProgress = Pick<
  TaskState,
  "endedAt" | "endedBy" | "reopenCount" | "openedAgainAt" | "approvedBy" | "outcome" | "note" | "collected"
> & {
  readonly status?: "done" | "skipped";
  /** The dates it had when it ended; absent while it is not over. */
  readonly datesAtEnd?: Pick<TaskState, "plannedStart" | "dueDate"> | undefined;
};

/**
 * Folds the entries of a ledger into what became of one step. An opening undoes all that came before it, and takes back
 * what was said about the work that is opened. So does work that joins what an approval judges after somebody has agreed, or is back in it: they have not seen it.
 */
export function taskProgressOf(step: StepId, ledger: Ledger, process: ProcessDefinition): TaskProgress {
  const definition = process.steps.find((candidate) => candidate.id === step);
  let progress: TaskProgress = { reopenCount: 0, approvedBy: [] };
  for (const entry of ledger.entries) {
    const { reopenCount, openedAgainAt } = progress;
    const touched = touchedBy(entry, process);
    if (entry.kind !== "edited" && touched.includes(step))
      progress = { reopenCount: reopenCount + 1, openedAgainAt: entry.at, approvedBy: [] };
    else if (
      isTakenBack(step, touched, process, ledger) ||
      (progress.approvedBy.length > 0 && isTakenBack(step, joinedBy(entry, process), process, ledger))
    )
      progress = { reopenCount, openedAgainAt, approvedBy: [] };
    if (!("step" in entry) || entry.step !== step) continue;
    if (entry.kind === "approved") {
      const added = entry.roles.map((role) => ({
        role,
        by: entry.by,
        byId: entry.byId ?? null,
        texts: entry.texts,
      }));
      const approvedBy = [...progress.approvedBy.filter(({ role }) => !entry.roles.includes(role)), ...added];
      const approvers = definition?.approvers ?? [];
      const isEnough =
        definition === undefined || definition.policy === "all"
          ? approvers.every((role) => approvedBy.some((approval) => approval.role === role))
          : countPeople(approvedBy.map(doerOf)) >= votesNeeded(definition);
      progress = { ...progress, approvedBy, ...(isEnough && ended("done", entry)) };
    } else if (entry.kind === "decided")
      progress = { ...progress, outcome: entry.outcome, note: entry.reason, ...ended("done", entry) };
    else if (entry.kind === "closed")
      progress = {
        ...progress,
        note: entry.note,
        ...(entry.collected && { collected: entry.collected }),
        ...ended("done", entry),
      };
    else if (entry.kind === "skipped") progress = { ...progress, ...ended("skipped", entry) };
  }
  return progress;
}

function ended(
  status: "done" | "skipped",
  { at, by, dates }: LedgerEntry,
): Pick<TaskProgress, "status" | "endedAt" | "endedBy" | "datesAtEnd"> {
  const datesAtEnd = dates && { plannedStart: dates[0], dueDate: dates[1] };
  return { status, endedAt: at, endedBy: by, datesAtEnd };
}

/** The steps that an entry opens again; empty for all but openings and changes that an approver asks for. */
export function openedBy(entry: LedgerEntry, process: ProcessDefinition): readonly StepId[] {
  if (entry.kind === "reopened") return [entry.step];
  return entry.kind === "changes" ? sentBackBy(entry.step, process) : noSteps;
}

const noSteps: readonly StepId[] = [];

/**
 * The steps that are to be done over when an approver asks for changes: those that were judged, and where one is a checkpoint, which
 * holds no work, what lies before it as well.
 */
export function sentBackBy(approval: StepId, process: ProcessDefinition): readonly StepId[] {
  const opened = new Set<StepId>();
  const pending = [...judgedSteps(process, approval)];
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    if (opened.has(id)) continue;
    opened.add(id);
    const step = process.steps.find((candidate) => candidate.id === id);
    if (step?.kind === "checkpoint") pending.push(...step.dependsOn);
  }
  return [...opened];
}

/** The steps whose approvals an entry takes back: those it opens, and one whose text was changed. */
export function touchedBy(entry: LedgerEntry, process: ProcessDefinition): readonly StepId[] {
  return entry.kind === "edited" ? [entry.step] : openedBy(entry, process);
}

/**
 * The work that an entry brings: a step that is put into the run, or that ends, and what hangs on an answer that is given anew, which may be back with
 * all that was done in it before. What was approved already was over before, and its answers known.
 */
function joinedBy(entry: LedgerEntry, process: ProcessDefinition): readonly StepId[] {
  const joined =
    joining.has(entry.kind) && "step" in entry && entry.step !== undefined ? [entry.step] : noSteps;
  const subjects = subjectsOf(entry);
  if (subjects.length === 0) return joined;
  return [...joined, ...subjects.flatMap((subject) => stepsHangingOn(subject, process).map(({ id }) => id))];
}

/** The decision, question or values that an entry says the answer of. */
function subjectsOf(entry: LedgerEntry): readonly string[] {
  if (entry.kind === "decided") return [entry.step];
  if (entry.kind === "answered") return [entry.subject];
  return entry.kind === "closed" ? [...(entry.collected?.keys() ?? [])] : noSteps;
}

const joining: ReadonlySet<LedgerEntry["kind"]> = new Set(["added", "closed", "skipped", "decided"]);

/** The approvals that a new entry takes back, all or in part. */
export function approvalsTakenBack(
  added: LedgerEntry,
  process: ProcessDefinition,
  ledger: Ledger,
): readonly StepId[] {
  const [touched, joined] = [touchedBy(added, process), joinedBy(added, process)];
  if (touched.length + joined.length === 0) return noSteps;
  const after = { entries: [...ledger.entries, added] };
  return process.steps.flatMap(({ id }) =>
    isTakenBack(id, touched, process, after) ||
    (isTakenBack(id, joined, process, after) && taskProgressOf(id, ledger, process).approvedBy.length > 0)
      ? [id]
      : [],
  );
}

/** Whether a step is an approval of something that is opened, itself or through the approvals and checkpoints it rests on. */
function isTakenBack(
  step: StepId,
  opened: readonly StepId[],
  process: ProcessDefinition,
  ledger: Pick<Ledger, "entries">,
): boolean {
  if (opened.length === 0 || !process.steps.some(({ id, kind }) => id === step && kind === "approval"))
    return false;
  const judged = judgedThrough(process, step, ledger);
  return opened.some((id) => judged.has(id));
}
