import { text } from "../../text/index.ts";
import type { Change } from "../changes/change.ts";
import { hasMarker, readMarker } from "../notes/index.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { hasSaid, sayOnce } from "../said.ts";
import type { StartIssue } from "./start-issue.ts";

const saying = "doubled start";

/**
 * Whether a run may have been opened twice: the bot opened it by itself, and nobody has worked in it or opened it again since.
 * Two sweeps at once do not see each other's start.
 */
export function mayBeDoubled(observed: RunIssues): boolean {
  const { run, steps } = observed;
  return (
    occurrenceOf(observed) !== undefined &&
    run.state === "open" &&
    run.reopenings === 0 &&
    steps.every(({ closings }) => closings === 0)
  );
}

/**
 * The number of the start that counts instead of this run: the oldest open one for the same occurrence. Nothing when this is the
 * oldest, or must not be dropped. Age alone decides, so that two looks never drop both.
 */
export function startInstead(observed: RunIssues, starts: readonly StartIssue[]): number | undefined {
  if (!mayBeDoubled(observed)) return undefined;
  const { number } = observed.run;
  const isSame = ({ isOurs, body }: StartIssue) =>
    isOurs && hasMarker("repeat", occurrenceOf(observed), body);
  const older = starts.filter((start) => start.isOpen && start.number < number && isSame(start));
  return older.map((start) => start.number).sort((one, other) => one - other)[0];
}

/** A word on a start that is there twice, and its issue closed; a run that has begun is cancelled by that. */
export function dropDoubledStart({ run }: RunIssues, instead: number): Change[] {
  const said: Change[] = hasSaid(saying, run)
    ? []
    : [{ kind: "post-comment", issue: run.number, body: sayOnce(saying, text.start.doubled(instead)) }];
  return [...said, { kind: "close-issue", issue: run.number, reason: "not-planned" }];
}

function occurrenceOf({ run }: RunIssues): unknown {
  return run.isOurs ? readMarker("repeat", run.writtenBody) : undefined;
}
