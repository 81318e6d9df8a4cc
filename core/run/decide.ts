import { readProcessId } from "../form/index.ts";
import type { Change } from "./changes/change.ts";
import { decideProgress } from "./changes/decide-progress.ts";
import { tellLeftAlone } from "./changes/left-alone.ts";
import { handbookFor } from "./handbook-for.ts";
import { ledgerOf } from "./ledger/ledger-of.ts";
import { notesOf } from "./ledger/notes-of.ts";
import { withRestoration } from "./ledger/restoration.ts";
import { isChildRun } from "./observed/is-child-run.ts";
import { isPlainStep } from "./observed/is-plain-step.ts";
import type { ObservedRun, RunIssues } from "./observed/observed-run.ts";
import { otherKeeperOf } from "./observed/other-keeper.ts";
import { startTextOf } from "./observed/start-text.ts";
import type { OtherRun } from "./other-runs/other-run.ts";
import type { RunFiles, RunHandbook } from "./run-handbook.ts";
import { decideStart } from "./start/decide-start.ts";
import { revisionOfSteps } from "./step-issue/index.ts";

/** Everything a decision about one run rests on. */
export interface RunInput {
  readonly observed: ObservedRun;
  /** The handbook at the commit the run follows; the newest one while it has not begun. */
  readonly handbook: RunHandbook;
  /** The moment of the decision, an ISO instant. */
  readonly now: string;
  /** The other open runs, where {@link needsOtherRuns}; what a plan is warned of rests on them. */
  readonly others?: readonly OtherRun[] | undefined;
}

/** What decides: {@link decide}, or the same with a memory. */
export type Decide = (asked: RunInput) => readonly Change[];

/**
 * What is to be written to GitHub so that a run is as it should be, in the order it is to be written. Pure: the same
 * input gives the same changes, and once they are carried out the next decision is empty. The bot's own
 * notes come first, so that whatever is interrupted is taken up again where it stopped. Empty for a run that another
 * account looks after, and for a step that people took for a run. A run whose notes cannot be understood or trusted is told so once,
 * and is left alone.
 */
export function decide(asked: RunInput): Change[] {
  if (isPlainStep(asked.observed.run) || otherKeeperOf(asked.observed) !== undefined) return [];
  const input = { ...asked, handbook: handbookFor(processOfRun(asked.observed), asked.handbook) };
  const notes = notesOf(input.observed);
  if (notes.kind === "left-alone") return tellLeftAlone(notes, input.observed);
  const ledger = notes.kind === "ledger" ? withRestoration(notes, input.observed, input.now) : undefined;
  if (!ledger || ledger.startedAt === null) return decideStart(input, ledger);
  return decideProgress(input, ledger);
}

/** The process a run follows, or asks to start; empty when its issue names none. */
export function processOfRun(observed: RunIssues): string {
  return ledgerOf(observed)?.process ?? readProcessId(startTextOf(observed.run)) ?? "";
}

/**
 * The files that a run follows to its end; nothing while it has not begun, since it is then planned from the newest.
 * A run that has lost its notes is known by its steps, which name the commit but not the files.
 */
export function pinnedFiles(observed: RunIssues): RunFiles | undefined {
  const ledger = ledgerOf(observed);
  if (ledger && ledger.startedAt !== null) return { revision: ledger.revision, paths: ledger.files };
  const revision = revisionOfSteps(observed);
  return revision === undefined ? undefined : { revision };
}

/**
 * The other runs that a look at this one concerns: where something was `written`, the run it is a step of, and those of its steps that
 * are runs and are open, since their turn may have come, or were written to. A step that people took for a run concerns the run it
 * belongs to in any case: what they did there is for that one. `parent` is the number of the issue above it, null when there is none.
 */
export function relatedRuns(
  { run, steps }: RunIssues,
  parent: number | null,
  written: ReadonlySet<number>,
): number[] {
  if (written.size === 0 && !isPlainStep(run)) return [];
  const children = steps.filter(
    (issue) => isChildRun(issue) && (issue.state === "open" || written.has(issue.number)),
  );
  return [...children.map((issue) => issue.number), ...(parent === null ? [] : [parent])];
}
