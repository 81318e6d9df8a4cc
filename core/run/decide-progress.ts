import type { Change } from "./change.ts";
import { answerChanges } from "./changes/answers.ts";
import { endChanges } from "./changes/end.ts";
import { issueChanges } from "./changes/issues.ts";
import { linkChanges } from "./changes/links.ts";
import { messageChanges } from "./changes/messages.ts";
import { statusChanges } from "./changes/status.ts";
import type { RunInput } from "./decide.ts";
import type { Ledger } from "./ledger.ts";
import { readProgress } from "./read-progress.ts";

/** What is to be written for a run that has begun. A process that the pinned handbook lacks changes nothing. */
export function decideProgress(input: RunInput, ledger: Ledger): Change[] {
  const progress = readProgress(input, ledger);
  if (!progress) return [];
  const { facts, answers } = progress;
  return [
    ...statusChanges(facts),
    ...messageChanges(facts),
    ...issueChanges(facts),
    ...linkChanges(facts),
    ...endChanges(facts),
    ...answerChanges(facts, answers),
  ];
}
