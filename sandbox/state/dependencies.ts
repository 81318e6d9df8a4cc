import { emit } from "./emit.ts";
import { recordTimeline } from "./record-timeline.ts";
import { Refusal } from "./refusal.ts";
import type { Act, GitHubState, Issue } from "./types.ts";

/** Widely quoted, not confirmed by a source: https://github.blog/changelog/2025-08-21-dependencies-on-issues/ */
const maximumDependencies = 50;

/** Says that `blocked` waits for `blocking`. It is advice only: GitHub lets a blocked issue be closed. */
export function addBlockedBy(act: Act, blocked: Issue, blocking: Issue): void {
  // https://github.com/bjcoombs/ai-native-toolkit/pull/321
  if (blocked.pull !== null || blocking.pull !== null)
    throw invalid("A pull request cannot block or be blocked");
  if (blocked === blocking) throw invalid("An issue cannot be blocked by itself");
  if (blocked.blockedBy.some(({ blockingNumber }) => blockingNumber === blocking.number))
    throw invalid("Target issue has already been taken");
  // GitHub refuses a pair that blocks each other; longer circles are our conservative reading.
  if (waitsFor(act.state, blocking, blocked)) throw invalid("This dependency would form a cycle");
  if (blocked.blockedBy.length >= maximumDependencies)
    throw invalid(`An issue cannot be blocked by more than ${maximumDependencies} issues`);
  if (issuesBlockedBy(act.state, blocking).length >= maximumDependencies)
    throw invalid(`An issue cannot block more than ${maximumDependencies} issues`);

  blocked.blockedBy.push({ blockingNumber: blocking.number, addedAt: act.now });
  recordTimeline(act, blocked, { event: "blocked_by_added", blockingNumber: blocking.number });
  recordTimeline(act, blocking, { event: "blocking_added", blockedNumber: blocked.number });
  emit(act, { name: "issue_dependencies", action: "blocked_by_added", blocked, blocking });
  emit(act, { name: "issue_dependencies", action: "blocking_added", blocked, blocking });
}

export function removeBlockedBy(act: Act, blocked: Issue, blocking: Issue): void {
  const at = blocked.blockedBy.findIndex(({ blockingNumber }) => blockingNumber === blocking.number);
  if (at === -1) throw new Refusal("not-found", "Not Found");
  blocked.blockedBy.splice(at, 1);
  recordTimeline(act, blocked, { event: "blocked_by_removed", blockingNumber: blocking.number });
  recordTimeline(act, blocking, { event: "blocking_removed", blockedNumber: blocked.number });
  emit(act, { name: "issue_dependencies", action: "blocked_by_removed", blocked, blocking });
  emit(act, { name: "issue_dependencies", action: "blocking_removed", blocked, blocking });
}

/** The issues that wait for `blocking`, oldest first. */
export function issuesBlockedBy(state: GitHubState, blocking: Issue): Issue[] {
  return [...state.issues.values()].filter((issue) =>
    issue.blockedBy.some(({ blockingNumber }) => blockingNumber === blocking.number),
  );
}

function waitsFor(state: GitHubState, issue: Issue, target: Issue, seen = new Set<number>()): boolean {
  if (issue === target) return true;
  if (seen.has(issue.number)) return false;
  seen.add(issue.number);
  return issue.blockedBy.some(({ blockingNumber }) => {
    const next = state.issues.get(blockingNumber);
    return next !== undefined && waitsFor(state, next, target, seen);
  });
}

const invalid = (message: string) => new Refusal("unprocessable", message);
