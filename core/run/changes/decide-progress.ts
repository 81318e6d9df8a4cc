import type { RunInput } from "../decide.ts";
import type { PutBack } from "../happenings/happening.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { hasSaid } from "../said.ts";
import { readProgress } from "../state/read-progress.ts";
import { answerChanges } from "./answers.ts";
import type { Change } from "./change.ts";
import { endChanges, reopenRun } from "./end.ts";
import { issueChanges } from "./issues.ts";
import { linkChanges } from "./links.ts";
import { messageChanges } from "./messages.ts";
import { riskIsOver } from "./starters-word.ts";
import { statusChanges } from "./status.ts";
import { twinChanges } from "./twins.ts";

/** Issues that somebody put below the run who may not: whoever it was cannot be told any more once they are off it. */
function takenOff(putBack: readonly PutBack[]): Change[] {
  return putBack.flatMap(({ issue, key, takesOff }) =>
    takesOff && hasSaid(key, issue) ? [{ kind: "unlink-sub-issue", issue: issue.number }] : [],
  );
}

/** What is to be written for a run that has begun. A process that the pinned handbook lacks changes nothing. */
export function decideProgress(input: RunInput, ledger: Ledger): Change[] {
  const progress = readProgress(input, ledger);
  if (!progress) return [];
  const { facts, answers, putBack } = progress;
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
    ...endChanges(facts),
  ];
}
