import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import { retrospectiveChanges } from "./retrospective.ts";

/**
 * The run issue ends with the run, and not before. It is closed first and looked back on then: whoever the
 * retrospective mentions follows the issue from there on, and would be mailed about the closing too.
 */
export function endChanges(facts: StatusFacts): Change[] {
  const { state, observed } = facts;
  const { number, state: issueState } = observed.run;
  if (state.outcome === "running")
    return issueState === "open" ? [] : [{ kind: "reopen-issue", issue: number }];
  const reason = state.outcome === "completed" ? "completed" : "not-planned";
  const close: Change[] = issueState === "open" ? [{ kind: "close-issue", issue: number, reason }] : [];
  return [...close, ...retrospectiveChanges(facts)];
}
