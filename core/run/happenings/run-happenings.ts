import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import { readStartForm } from "../../form/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { cancellationOf } from "../state/cancellation.ts";
import type { RunFacts } from "../state/run-state.ts";
import { addedByHand, readMoveAbove } from "../step-issue/index.ts";
import { type Happening, learnt, nothing } from "./happening.ts";

/** What was done to the run as a whole by hand: closed, moved with the run it belongs to, sub-issues added. */
export function runHappenings(
  { definition, ledger, handbook }: RunFacts,
  observed: ObservedRun,
): Happening[] {
  return [
    ...closing(observed.run),
    ...resuming(observed.run),
    ...movedWithParent(observed.run, definition, [...handbook.handbook.roles.keys()]),
    ...observed.steps
      .filter((issue) => !issue.isOurs)
      .flatMap((issue) => addition(issue, ledger.startedAt ?? "")),
  ];
}

/** A run closed as not planned is cancelled; closed as completed with steps open, it is opened again. */
function closing(run: ObservedIssue): Happening[] {
  const { closedAt } = run;
  if (run.state === "open" || closedAt === null || run.stateReason !== "not-planned") return [];
  const cancelled = {
    kind: "cancelled",
    at: closedAt,
    by: run.isClosedByUs ? "" : (run.closedBy ?? ""),
    reason: "",
    comment: null,
  } as const;
  return [
    { at: closedAt, judge: (_facts, state) => (state.outcome === "running" ? learnt(cancelled) : nothing) },
  ];
}

/** A cancelled run whose issue somebody opens again goes on where it stopped. */
function resuming(run: ObservedIssue): Happening[] {
  const { reopenedAt, reopenedBy } = run;
  if (run.state === "closed" || reopenedAt === null) return [];
  const resumed = { kind: "resumed", at: reopenedAt, by: reopenedBy ?? "" } as const;
  return [
    {
      at: reopenedAt,
      judge: ({ ledger }) => {
        const cancelled = cancellationOf(ledger);
        return cancelled && cancelled.at < reopenedAt ? learnt(resumed) : nothing;
      },
    },
  ];
}

/** A run that the bot began for another run follows the anchor date that the bot writes into it, and nobody else's. */
function movedWithParent(
  run: ObservedIssue,
  definition: ProcessDefinition,
  roles: readonly string[],
): Happening[] {
  if (!run.isOurs || run.isEditedByPeople) return [];
  const reading = readStartForm(run.body, definition, roles);
  if (!reading.ok) return [];
  const { anchorDate } = reading.request;
  const above = readMoveAbove(run.body);
  return [
    {
      at: run.createdAt,
      judge: ({ ledger, now }) => {
        if (anchorDate === lastFromAbove(ledger)) return nothing;
        const isKnown = ledger.entries.some(
          (entry) =>
            entry.kind === "moved" &&
            entry.comment === null &&
            entry.at === above?.at &&
            entry.reason === above.reason,
        );
        // Without a word from anybody it is the steps before it that are late, or in time again.
        const cause = above === undefined || isKnown ? { at: now, by: "", reason: "" } : above;
        return learnt({ kind: "moved", ...cause, comment: null, anchorDate });
      },
    },
  ];
}

/** The anchor date that the run above gave last; the run may have been moved by itself since. */
function lastFromAbove({ entries, anchorDate }: Ledger): CivilDate {
  const moved = entries.findLast((entry) => entry.kind === "moved" && entry.comment === null);
  return moved?.kind === "moved" ? moved.anchorDate : anchorDate;
}

/** A sub-issue that somebody adds by hand is a step that only this run has. */
function addition(issue: ObservedIssue, startedAt: string): Happening[] {
  const at = issue.createdAt > startedAt ? issue.createdAt : startedAt;
  const person = issue.assignees[0] ?? issue.author;
  const step = addedByHand(issue.number);
  return [
    {
      at,
      judge: (_facts, state) => {
        if (state.tasks.some((task) => task.step === step)) return nothing;
        const date = state.anchorDate > state.today ? state.anchorDate : state.today;
        const { title, author } = issue;
        return learnt({
          kind: "added",
          step,
          at,
          by: author,
          comment: null,
          title,
          person,
          date,
          reason: "",
        });
      },
    },
  ];
}
