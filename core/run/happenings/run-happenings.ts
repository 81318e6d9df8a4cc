import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessDefinition, StepId } from "../../definition/index.ts";
import { readStartForm } from "../../form/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { standsFor } from "../ledger/comments-in.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { unseenWarnings } from "../ledger/unseen-warnings.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { startTextOf } from "../observed/start-text.ts";
import { cancellationOf, isStillToBeOpened } from "../state/cancellation.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import { isOver, type RunState } from "../state/task-state.ts";
import {
  addedByHand,
  type ChangesAbove,
  readChangesAbove,
  readMoveAbove,
  stepOfChanges,
} from "../step-issue/index.ts";
import { type Happening, type Judged, learnt, nothing, putBack, putBackClosing } from "./happening.ts";
import { type HandVerdict, judgeByHand } from "./judge-by-hand.ts";
import { roomForSteps } from "./room-for-steps.ts";
import { warningsOfChange } from "./warnings-of-change.ts";

/** What was done to the run as a whole by hand: closed, moved with the run it belongs to, sub-issues added. */
export function runHappenings(
  { definition, ledger, handbook, now }: RunFacts,
  observed: ObservedRun,
): Happening[] {
  return [
    ...closing(observed, now),
    ...resuming(observed),
    ...movedWithParent(observed.run, definition, handbook.handbook.roles),
    ...sentBackFromAbove(observed),
    ...observed.steps
      .filter((issue) => !issue.isOurs)
      .flatMap((issue) => addition(issue, ledger.startedAt ?? "", observed)),
  ];
}

/**
 * A run closed as not planned is cancelled, by whoever may and with a reason; closed in any other way with steps open, it is opened
 * again. The bot closes it itself where the run above has left it out, or where it had opened it twice; GitHub has not told yet
 * when, where that was a moment ago.
 */
function closing(observed: ObservedRun, now: string): Happening[] {
  const { run } = observed;
  const at = run.closedAt ?? (run.isClosedByUs ? now : null);
  if (run.state === "open" || at === null || run.stateReason !== "not-planned") return [];
  const by = run.isClosedByUs ? "" : (run.closedBy ?? "");
  const byId = run.isClosedByUs ? null : run.closedById;
  return [
    {
      at,
      judge: (facts, state) => {
        if (state.outcome !== "running") return nothing;
        if (run.isClosedByUs && isStillToBeOpened(facts.ledger, at, run)) return nothing;
        const verdict = run.isClosedByUs
          ? ({ counts: true, reason: "" } as const)
          : judgeByHand({ act: "close-not-planned", by, byId, at, issue: run }, facts, state, observed);
        if (verdict.counts)
          return learnt({ kind: "cancelled", at, by, byId, reason: verdict.reason, comment: null });
        return putBackClosing(run, "by hand", closingWords(by, verdict));
      },
    },
  ];
}

function closingWords(
  by: string,
  { because, others, people }: Extract<HandVerdict, { counts: false }>,
): Markdown {
  const who = text.runComments.to(by);
  if (because === "no-reason") return text.rights.putBack.runClosedWithoutReason(who);
  if (because === "unclear") return text.rights.putBack.closedUnclear(who, undefined);
  if (because === "judged") return text.rights.putBack.runClosedOwnWork(who, people);
  return text.rights.putBack.runClosed(who, others, people);
}

/**
 * A cancelled run whose issue somebody opens again who may goes on where it stopped; so does one inside another run, which opens it
 * when it wants it after all.
 */
function resuming(observed: ObservedRun): Happening[] {
  const { run } = observed;
  const { reopenedAt: at } = run;
  if (run.state === "closed" || at === null || (run.isReopenedByUs && !isChildRun(run))) return [];
  const by = run.isReopenedByUs ? "" : (run.reopenedBy ?? "");
  const byId = run.isReopenedByUs ? null : run.reopenedById;
  return [
    {
      at,
      judge: (facts, state) => {
        const cancelled = cancellationOf(facts.ledger);
        if (!cancelled || cancelled.at >= at) return nothing;
        if (run.isReopenedByUs) return learnt({ kind: "resumed", at, by, byId });
        const verdict = judgeByHand({ act: "reopen", by, byId, at, issue: run }, facts, state, observed);
        if (verdict.counts) return learnt({ kind: "resumed", at, by, byId });
        const words = text.rights.putBack.runReopened(
          text.runComments.to(by),
          verdict.others,
          verdict.people,
        );
        return putBack(run, `opened by hand ${run.reopenings}`, words);
      },
    },
  ];
}

/** A run is moved more than once. */
const mostWarningsOfMove = 5;

/** A run that the bot began for another run follows the anchor date that the bot writes into it, and nobody else's. */
function movedWithParent(
  run: ObservedIssue,
  definition: ProcessDefinition,
  roles: RunFacts["handbook"]["handbook"]["roles"],
): Happening[] {
  if (!isChildRun(run)) return [];
  const reading = readStartForm(startTextOf(run), definition, roles);
  if (!reading.ok) return [];
  const { anchorDate } = reading.request;
  const above = readMoveAbove(startTextOf(run));
  return [
    {
      at: run.createdAt,
      judge: (facts) => {
        const { ledger, now } = facts;
        if (anchorDate === lastFromAbove(ledger)) return nothing;
        const isKnown = ledger.entries.some(
          (entry) =>
            entry.kind === "moved" &&
            entry.comment === null &&
            entry.at === above?.at &&
            entry.reason === above.reason,
        );
        // Without a word from anybody it is the steps before it that are late, or in time again.
        const cause =
          above === undefined || isKnown
            ? { at: now, by: "", byId: null, reason: "" }
            : { ...above, byId: above.byId ?? null };
        const entry = { kind: "moved", ...cause, comment: null, anchorDate } as const;
        if (cause.by === "") return learnt(entry);
        const then = { ...facts, now: cause.at };
        const { messages, earliest } = warningsOfChange(entry, then, runStateOf(then));
        const warnings = unseenWarnings(messages, earliest, mostWarningsOfMove);
        return learnt({ ...entry, ...(warnings && { warnings }) });
      },
    },
  ];
}

/** The anchor date that the run above gave last; the run may have been moved by itself since. */
function lastFromAbove({ entries, anchorDate }: Ledger): CivilDate {
  const moved = entries.findLast((entry) => entry.kind === "moved" && entry.comment === null);
  return moved?.kind === "moved" ? moved.anchorDate : anchorDate;
}

/**
 * An approver of the run above wants the work of this run changed. Only those who did it know which of its steps that concerns, so
 * it becomes a step of its own; whoever makes the changes may open others again. Where no more steps have room, there is only the
 * word on the issue. A run that was cancelled is taken up again for it, as soon as its issue is open: while it is closed, that says that
 * the run has ended.
 */
function sentBackFromAbove(observed: ObservedRun): Happening[] {
  const { run } = observed;
  const above = isChildRun(run) ? readChangesAbove(startTextOf(run)) : undefined;
  if (above === undefined) return [];
  const step = stepOfChanges(above.comment);
  return [
    {
      at: above.at,
      judge: (facts, state) => {
        if (above.isTakenBack) return takenBackAbove(step, above, state);
        if (facts.ledger.entries.some((entry) => standsFor(entry, above.comment))) return nothing;
        if (roomForSteps(observed, state) < 1) return nothing;
        const { at, by, byId, reason, comment, person } = above;
        const isCancelled = state.outcome === "cancelled";
        if (isCancelled && run.state === "closed") return nothing;
        return {
          ...nothing,
          entries: [
            ...(isCancelled ? [{ kind: "resumed", at, by, byId } as const] : []),
            {
              kind: "added",
              step,
              at,
              by,
              byId,
              comment,
              title: text.stepIssue.changesTitle,
              person,
              date: dueOfAdded(state),
              reason,
            },
          ],
        };
      },
    },
  ];
}

/** When a step is due that joins a run without a date of its own: with the run, or today where that is over. */
function dueOfAdded({ anchorDate, today }: RunState): CivilDate {
  return anchorDate > today ? anchorDate : today;
}

/** Changes that are not wanted any more are left out, unless they are made. */
function takenBackAbove(step: StepId, { at, by, byId }: ChangesAbove, { tasks }: RunState): Judged {
  const task = tasks.find((other) => other.step === step);
  if (task === undefined || isOver(task)) return nothing;
  return learnt({
    kind: "skipped",
    step,
    at,
    by,
    byId,
    reason: text.stepIssue.changesTakenBack,
    comment: null,
  });
}

/** A sub-issue that somebody adds by hand is a step that only this run has; its text is the reason. */
function addition(issue: ObservedIssue, startedAt: string, observed: ObservedRun): Happening[] {
  const at = issue.createdAt > startedAt ? issue.createdAt : startedAt;
  const person = issue.assignees[0] ?? issue.author;
  const step = addedByHand(issue.number);
  return [
    {
      at,
      judge: (facts, state) => {
        if (state.tasks.some((task) => task.step === step)) return nothing;
        const date = dueOfAdded(state);
        const { title } = issue;
        const by = issue.addedBy ?? issue.author;
        const byId = issue.addedBy === null ? issue.authorId : issue.addedById;
        const verdict = judgeByHand({ act: "add-sub-issue", by, byId, at, issue }, facts, state, observed);
        if (!verdict.counts) {
          const words = text.rights.putBack.added(text.runComments.to(by), verdict.others, verdict.people);
          const key = `taken off ${observed.run.number}`;
          return { ...nothing, putBack: [{ issue, key, words, takesOff: true }] };
        }
        return learnt({ kind: "added", step, at, by, byId, comment: null, title, person, date, reason: "" });
      },
    },
  ];
}
