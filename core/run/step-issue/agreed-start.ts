import type { StepId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { readMarker, writeMarker } from "../marker.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import type { RunState } from "../state/task-state.ts";
import { runOfStepBody } from "./run-of-step-body.ts";

/**
 * A copy of what a run began with, hidden in the issue of its first step, for the case that somebody deletes the status
 * comment. What happened since is not in it: that can be read again from issues and comments.
 */
export function writeAgreedStart(ledger: Ledger): string {
  const entries = ledger.entries.filter(({ kind }) => kind === "go");
  return writeMarker("agreed", { ...ledger, issues: {}, entries } satisfies Ledger);
}

/** Whether a step's issue holds the copy. */
export function holdsAgreedStart(step: StepId, { tasks }: RunState): boolean {
  return tasks.find(({ isLeftOut }) => !isLeftOut)?.step === step;
}

/** The ledger that a run began with, from the copy in its steps; nothing where there is none. It counts only in an issue of ours. */
export function readAgreedStart({ run, steps }: RunIssues): Ledger | undefined {
  return steps
    .filter((issue) => issue.isOurs && runOfStepBody(issue.body) === run.number)
    .map((issue) => readMarker("agreed", issue.body) as Ledger | undefined)
    .find((value) => value?.version === 1 && value.startedAt !== null);
}
