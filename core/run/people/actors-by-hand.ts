import type { StepId } from "../../definition/index.ts";
import { knownCounts } from "../happenings/known-counts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedIssue, RunIssues } from "../observed/observed-run.ts";
import { cancellationOf } from "../state/cancellation.ts";
import { addedByHand } from "../step-issue/index.ts";

/**
 * Who did something by hand to the issues of a run that nothing has come of yet, and whom a step was given to so. A person too many costs a question; what was
 * taken note of before asks nothing.
 */
export function actorsByHand(observed: RunIssues, ledger: Ledger): string[] {
  const stepOf = new Map([...ledger.issues].map(([step, number]) => [number, step]));
  const cancelled = cancellationOf(ledger);
  const { run, steps } = observed;
  const isNewOnRun =
    run.state === "closed" ? cancelled === undefined : cancelled !== undefined && !run.isReopenedByUs;
  return [
    ...(isNewOnRun ? actorsOn(run) : []),
    ...steps.flatMap((issue) => {
      const step = stepOf.get(issue.number) ?? (issue.isOurs ? undefined : addedByHand(issue.number));
      // Made a moment ago: nobody has done anything to it.
      if (step === undefined) return [];
      const isKnown = ledger.entries.some((entry) => entry.kind === "added" && entry.step === step);
      if (!issue.isOurs && !isKnown) return [issue.addedBy ?? issue.author];
      const known = knownCounts(ledger, step);
      const isNew =
        issue.state === "closed" ? issue.closings > known.closings : issue.reopenings > known.reopenings;
      const handed = ledger.entries.findLast((entry) => entry.kind === "handed" && entry.step === step);
      const { assignment } = issue;
      const isHandedAnew = assignment !== null && !assignment.isOurs && (handed?.at ?? "") < assignment.at;
      return [
        ...(isNew ? actorsOn(issue) : []),
        ...(isHandedAnew ? [assignment.by, ...issue.assignees] : []),
        ...(isDatedAnew(issue, step, ledger) ? [issue.dating?.by ?? ""] : []),
      ];
    }),
  ];
}

function isDatedAnew({ dating }: ObservedIssue, step: StepId, { entries }: Ledger): boolean {
  if (!dating || dating.isOurs) return false;
  return !entries.some((entry) => entry.kind === "due" && entry.step === step && entry.at >= dating.at);
}

/** Everybody who did something by hand, or was given a step so: all of it is read anew where a run has lost its notes. */
export function everyActor({ run, steps }: RunIssues): string[] {
  if (steps.length === 0) return [];
  const given = steps.flatMap((issue) => (issue.isOurs ? [] : [issue.addedBy ?? issue.author]));
  const done = [run, ...steps].flatMap((issue) => [
    ...actorsOn(issue),
    ...(issue.assignment && !issue.assignment.isOurs ? [issue.assignment.by, ...issue.assignees] : []),
    ...(issue.dating && !issue.dating.isOurs ? [issue.dating.by] : []),
  ]);
  return [...given, ...done];
}

function actorsOn(issue: ObservedIssue): string[] {
  if (issue.state === "closed") return issue.isClosedByUs || issue.closedBy === null ? [] : [issue.closedBy];
  return issue.isReopenedByUs || issue.reopenedBy === null ? [] : [issue.reopenedBy];
}
