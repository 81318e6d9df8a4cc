import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";

/**
 * The issue of a run is open as long as the run goes on, and is closed when it has ended: last of all, since what is closed is
 * seldom looked at.
 */
export function endChanges({ state, observed }: StatusFacts): Change[] {
  const { number, state: issueState } = observed.run;
  if (state.outcome === "running" || issueState === "closed") return [];
  const reason = state.outcome === "completed" ? "completed" : "not-planned";
  return [{ kind: "close-issue", issue: number, reason }];
}

/** A run that goes on although its issue was closed. */
export function reopenRun({ state, observed }: StatusFacts): Change[] {
  const { number, state: issueState } = observed.run;
  return state.outcome === "running" && issueState === "closed"
    ? [{ kind: "reopen-issue", issue: number }]
    : [];
}
