import type { StepId } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { lastEntry } from "../state/plan-of-run.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { type Happening, type Judged, learnt, nothing } from "./happening.ts";

/** What was done to the issues of steps by hand: closed, opened again, handed over. */
export function issueHappenings({ issues }: RunFacts): Happening[] {
  return [...issues].flatMap(([step, issue]) => {
    const happenings: Happening[] = [];
    const find = (state: RunState) => state.tasks.find((task) => task.step === step);
    const { closedAt, reopenedAt, assignment } = issue;
    if (issue.state === "closed" && closedAt !== null) {
      happenings.push({
        at: closedAt,
        judge: (facts, state) => judgeClosing(facts, issue, closedAt, find(state)),
      });
    }
    if (issue.state === "open" && reopenedAt !== null) {
      happenings.push({
        at: reopenedAt,
        judge: (facts, state) => judgeReopening(facts, issue, reopenedAt, find(state)),
      });
    }
    if (assignment !== null && !assignment.isOurs) {
      happenings.push({
        at: assignment.at,
        judge: (facts, state) => judgeAssignment(facts, issue, find(state)),
      });
    }
    return [...happenings, ...movesOfChild(step, issue)];
  });
}

/** A step that is a run of its own is due when that run is, also when it was moved by itself. */
function movesOfChild(step: StepId, issue: ObservedIssue): Happening[] {
  const child = isChildRun(issue) ? ledgerIn(issue) : undefined;
  const moved = child?.entries.findLast((entry) => entry.kind === "moved" && entry.comment !== null);
  if (moved?.kind !== "moved") return [];
  const { at, by, anchorDate, reason } = moved;
  return [
    {
      at,
      judge: ({ ledger }) =>
        ledger.entries.some((entry) => entry.kind === "due" && entry.step === step && entry.at === at)
          ? nothing
          : learnt({ kind: "due", step, at, by, comment: null, date: anchorDate, reason }),
    },
  ];
}

/**
 * A task closed by hand is done, or skipped when it was closed as not planned. Approvals and decisions take a command:
 * that their issue is closed says nothing, whoever closed it, the bot's own account included.
 */
function judgeClosing(
  { ledger }: RunFacts,
  issue: ObservedIssue,
  at: Instant,
  task: TaskState | undefined,
): Judged {
  if (!task || task.endedAt !== undefined || task.status === "cancelled") return nothing;
  if (task.kind === "approval" || task.kind === "decision") return nothing;
  // The bot closes as not planned what a decision has ruled out; once that is undone, the step is open again.
  if (issue.isClosedByUs && issue.stateReason === "not-planned" && task.kind !== "process") return nothing;
  if (issue.closings <= knownCounts(ledger, task.step).closings) return nothing;
  if (isChildRun(issue)) return judgeEndOfChild(issue, at, task);
  const by = issue.closedBy ?? "";
  if (issue.stateReason === "not-planned") {
    return learnt({ kind: "skipped", step: task.step, at, by, reason: "", comment: null });
  }
  return learnt({ kind: "closed", step: task.step, at, by, early: task.status === "planned" });
}

/**
 * A step that is a run of its own is over when that run is: the bot closes it then. Cancelling it skips the step, for the
 * reason that was given there. Closed by hand as done, it is the run itself that says what is still open.
 */
function judgeEndOfChild(issue: ObservedIssue, at: Instant, { step, status }: TaskState): Judged {
  const child = ledgerIn(issue);
  const cancelled = child && lastEntry(child, "cancelled");
  if (issue.stateReason === "not-planned") {
    const by = cancelled?.by ?? (issue.isClosedByUs ? "" : (issue.closedBy ?? ""));
    return learnt({ kind: "skipped", step, at, by, reason: cancelled?.reason ?? "", comment: null });
  }
  if (!issue.isClosedByUs) return nothing;
  return learnt({ kind: "closed", step, at, by: "", early: status === "planned" });
}

/** A task that was over and is open again was opened by hand, unless the bot has yet to close it. */
function judgeReopening(
  _facts: RunFacts,
  issue: ObservedIssue,
  at: Instant,
  task: TaskState | undefined,
): Judged {
  if (!task || task.endedAt === undefined || at < task.endedAt || issue.reopenedBy === null) return nothing;
  return learnt({ kind: "reopened", step: task.step, at, by: issue.reopenedBy });
}

/**
 * Other assignees than those in charge: the step was handed over by hand. Nobody at all is no handover, and an approval passes
 * on only where one person has taken the place of one other.
 */
function judgeAssignment({ ledger }: RunFacts, issue: ObservedIssue, task: TaskState | undefined): Judged {
  const { assignment } = issue;
  if (!task || !assignment || issue.assignees.length === 0 || task.endedAt !== undefined) return nothing;
  const handed = ledger.entries.findLast((other) => other.kind === "handed" && other.step === task.step);
  if (handed && handed.at >= assignment.at) return nothing;
  const isSame =
    issue.assignees.length === task.people.length &&
    issue.assignees.every((login) => task.people.some((person) => isSamePerson(login, person)));
  if (isSame) return nothing;
  const { at, by } = assignment;
  if (task.kind === "approval") {
    const isIn = (logins: readonly string[]) => (login: string) =>
      logins.some((other) => isSamePerson(other, login));
    const added = issue.assignees.filter((login) => !isIn(task.people)(login));
    const removed = task.people.filter((login) => !isIn(issue.assignees)(login));
    if (added.length !== 1 || removed.length !== 1) return nothing;
    const roles = task.parts.filter(({ people }) => people.some(isIn(removed))).map(({ role }) => role);
    return learnt({ kind: "handed", step: task.step, at, by, to: added, roles, reason: "", comment: null });
  }
  return learnt({ kind: "handed", step: task.step, at, by, to: issue.assignees, reason: "", comment: null });
}

/** How often a step's issue had been closed and opened when the ledger last took note. */
function knownCounts({ entries }: Ledger, step: StepId): { closings: number; reopenings: number } {
  const seen = entries.flatMap((other) => {
    const counts = other.seen?.get(step);
    return counts === undefined ? [] : [counts];
  });
  return {
    closings: Math.max(0, ...seen.map(([closings]) => closings)),
    reopenings: Math.max(0, ...seen.map(([, reopenings]) => reopenings)),
  };
}
