import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import type {
  DeviationKind,
  DeviationRecord,
  RespondRecord,
  RunRecord,
  TaskRecord,
} from "../../metrics/index.ts";
import { collectedValues } from "../collect/collected-values.ts";
import { handbookFor } from "../handbook-for.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { ObservedPeople, RunIssues } from "../observed/observed-run.ts";
import { repliesOfRun } from "../retrospective/replies-of-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { isLeftUnapproved } from "../state/approvals-in-wait.ts";
import { cancellationOf } from "../state/cancellation.ts";
import { type Progress, readProgress } from "../state/read-progress.ts";
import { openedBy } from "../state/task-progress.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { agreedDueDates } from "./agreed-due-dates.ts";
import { departuresIn } from "./departures-in.ts";
import { reasonUrls } from "./reason-urls.ts";
import { respondOf } from "./respond-of.ts";

/** The record of a run as it stands: what its retrospective, the report and the dashboard are made from. */
export function recordOfRun(facts: StatusFacts): RunRecord {
  const { ledger, state, observed, definition } = facts;
  const ends = state.tasks.flatMap((task) => task.endedAt ?? []);
  const cancelled = cancellationOf(ledger);
  const agreed = agreedDueDates(facts);
  const urlOf = reasonUrls(observed, ledger);
  const replies = repliesOfRun(ledger, observed, state);
  const lastEnd = ends.reduce<string | undefined>(
    (last, end) => (last === undefined || end > last ? end : last),
    undefined,
  );
  return {
    process: ledger.process,
    title: observed.run.title.replace(/[\s:]+$/, ""),
    revision: ledger.revision,
    issue: { number: observed.run.number, url: observed.run.url },
    anchorDate: state.anchorDate,
    ...(ledger.anchorDate !== state.anchorDate && { firstAnchorDate: ledger.anchorDate }),
    ...(definition.startsAtAnchor && { startsAtAnchor: true as const }),
    startedBy: ledger.startedBy,
    startedAt: ledger.startedAt ?? facts.now,
    endedAt:
      state.outcome === "running" ? undefined : (cancelled?.at ?? lastEnd ?? ledger.startedAt ?? undefined),
    outcome: state.outcome,
    tasks: state.tasks.map((task) => ({
      ...taskRecord(task, agreed.get(task.step), respondOf(task, facts)),
      ...(isLeftUnapproved(task, facts.handbook) && { isNotApproved: true as const }),
    })),
    deviations: departuresIn(ledger).flatMap((entry) => deviationRecord(entry, definition, urlOf(entry))),
    ...(replies.length > 0 && { replies }),
  };
}

/** What a record is read from: a run, the handbook it follows, and the moment it is read at, an ISO instant. */
export interface RecordInput {
  readonly observed: RunIssues;
  readonly handbook: RunHandbook;
  readonly now: string;
}

/** A record is read from what the bot has accepted; whoever reads it need not be able to ask about people. */
const nobodyAsked: ObservedPeople = { isAssignable: new Map(), permissions: new Map(), accounts: new Map() };

/**
 * The record of a run; nothing for an issue whose run has not begun. A command that the bot has not accepted yet does
 * not count.
 */
export function recordOf(input: RecordInput): RunRecord | undefined {
  const progress = progressForReading(input);
  return progress && recordOfRun(progress.facts);
}

/** How far a run is, for whoever only reads it; nothing for an issue whose run has not begun. */
export function progressForReading({ observed, ...input }: RecordInput): Progress | undefined {
  const ledger = ledgerOf(observed);
  if (!ledger || ledger.startedAt === null) return undefined;
  const handbook = handbookFor(ledger.process, input.handbook);
  return readProgress({ ...input, handbook, observed: { ...observed, people: nobodyAsked } }, ledger);
}

/** The day the bot last looked at a run; nothing for an issue whose run has not begun. */
export function lastCheckOf(observed: RunIssues): CivilDate | undefined {
  const ledger = ledgerOf(observed);
  return ledger?.startedAt === null ? undefined : ledger?.checkedOn;
}

function taskRecord(
  task: TaskState,
  agreedDueDate: CivilDate | undefined,
  respond: RespondRecord | undefined,
): TaskRecord {
  const collected = collectedValues(task);
  return {
    step: task.step,
    title: task.title,
    kind: task.kind,
    roles: task.roles,
    assignees: task.people,
    ...(isAwaitedOfOthers(task) && { awaited: task.awaited }),
    status: task.status,
    baselineDueDate: task.baselineDueDate,
    dueDate: task.dueDate,
    ...(task.definition?.dueTime !== undefined && { dueTime: task.definition.dueTime }),
    ...(task.definition?.phase !== undefined && { phase: task.definition.phase }),
    ...(task.definition?.oneOf && { madeFrom: task.definition.oneOf.step }),
    agreedDueDate,
    expectedDate: task.expectedDate,
    dependsOn: task.dependsOn,
    ...(task.question && { isAsked: true as const }),
    plannedStart: task.plannedStart,
    readyAt: task.readyAt,
    endedAt: task.endedAt,
    reopenCount: task.reopenCount,
    ...(respond !== undefined && { respond }),
    ...(collected.length > 0 && { collected }),
    issue: task.issue && { number: task.issue.number, url: task.issue.url },
  };
}

function isAwaitedOfOthers({ status, question, people, awaited }: TaskState): boolean {
  const isTurn = status === "ready" || question !== undefined;
  return isTurn && (awaited.length !== people.length || awaited.some((person) => !people.includes(person)));
}

const kinds: Readonly<Partial<Record<LedgerEntry["kind"], DeviationKind>>> = {
  skipped: "skipped",
  added: "added",
  moved: "moved",
  due: "moved",
  handed: "handed-over",
  reopened: "reopened",
};

function deviationRecord(
  entry: LedgerEntry,
  definition: ProcessDefinition,
  url: string | undefined,
): DeviationRecord[] {
  const whole = url === undefined ? {} : { reasonUrl: url };
  if (entry.kind === "changes") {
    const { by, at, reason } = entry;
    return openedBy(entry, definition).map((step) => ({ kind: "reopened", step, by, at, reason, ...whole }));
  }
  const kind = entry.kind === "closed" && entry.early ? "closed-early" : kinds[entry.kind];
  if (kind === undefined) return [];
  return [
    {
      kind,
      step: "step" in entry ? (entry.step ?? null) : null,
      by: entry.by,
      at: entry.at,
      reason: ("reason" in entry ? entry.reason : undefined) ?? "",
      ...whole,
      ...(entry.kind === "moved" && { date: entry.anchorDate }),
      ...(entry.kind === "due" && { date: entry.date }),
    },
  ];
}
