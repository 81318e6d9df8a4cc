import type { RunInput } from "../decide.ts";
import type { PutBack } from "../happenings/happening.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { hasSaid } from "../said.ts";
import { type Progress, readProgress } from "../state/read-progress.ts";
import { answerChanges } from "./answers.ts";
import type { Change } from "./change.ts";
import { endChanges, reopenRun } from "./end.ts";
import { issueChanges } from "./issues.ts";
import { tellTextGone } from "./left-alone.ts";
import { linkChanges } from "./links.ts";
import { messageChanges, sayMessage } from "./messages.ts";
import { misfitsSaidTwice } from "./misfits.ts";
import { riskIsOver } from "./starters-word.ts";
import { statusChanges } from "./status.ts";
import { falseRestorations, twinChanges } from "./twins.ts";

/** Issues that somebody put below the run who may not: whoever it was cannot be told any more once they are off it. */
function takenOff(putBack: readonly PutBack[]): Change[] {
  return putBack.flatMap(({ issue, key, takesOff }) =>
    takesOff && hasSaid(key, issue) ? [{ kind: "unlink-sub-issue", issue: issue.number }] : [],
  );
}

/** What is to be written for a run that has begun. One whose pinned handbook lacks its process is told so once, and is left alone until it is there. */
export function decideProgress(input: RunInput, ledger: Ledger): Change[] {
  const progress = readProgress(input, ledger);
  if (!progress) return tellTextGone(ledger, input.observed);
  const { facts, answers, putBack, isAll } = progress;
  if (!isAll) return beforeAllIsIn(progress);
  return [
    ...statusChanges(facts),
    ...messageChanges(facts, putBack),
    ...takenOff(putBack),
    ...riskIsOver(facts),
    ...issueChanges(facts),
    ...linkChanges(facts),
    ...reopenRun(facts),
    ...answerChanges(facts, answers),
    ...twinChanges(facts.observed),
    ...misfitsSaidTwice(facts),
    ...falseRestorations(facts.ledger, facts.observed),
    ...endChanges(facts),
  ];
}

/**
 * While facts are left that are yet to be taken in: those that were are noted, answered and put back, since they were judged by what had
 * happened until then. What else there is to do would rest on half of what is known.
 */
function beforeAllIsIn({ facts, answers, putBack }: Progress): Change[] {
  const touched = new Set(putBack.map(({ issue }) => issue.number));
  // Who closed an issue may be among what is yet to be taken in.
  const closed = new Set(putBack.flatMap(({ issue, reopens }) => (reopens ? [issue.number] : [])));
  const isYetToBeTakenIn = (change: Change) => change.kind === "reopen-issue" && !closed.has(change.issue);
  const onIssues = [...takenOff(putBack), ...issueChanges(facts), ...reopenRun(facts)];
  return [
    ...statusChanges(facts),
    ...putBack.flatMap((message) => sayMessage(message, facts)),
    ...onIssues.filter(
      (change) => "issue" in change && touched.has(change.issue) && !isYetToBeTakenIn(change),
    ),
    ...answerChanges(facts, answers),
  ];
}
