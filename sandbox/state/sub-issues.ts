import { emit } from "./emit.ts";
import { findIssue } from "./find-issue.ts";
import { recordTimeline } from "./record-timeline.ts";
import { Refusal } from "./refusal.ts";
import type { Act, GitHubState, Issue } from "./types.ts";

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues */
const maximumSubIssues = 100;
const maximumNesting = 8;

/**
 * Puts `child` below `parent`, last in order. One parent only, unless `replaceParent`
 * (https://github.com/cli/cli/pull/13413). Adding it again to the same parent is refused too.
 */
export function addSubIssue(act: Act, parent: Issue, child: Issue, replaceParent = false): void {
  const { state } = act;
  if (parent.pull !== null || child.pull !== null)
    throw invalid("A pull request cannot have or be a sub-issue");
  if (parent === child) throw invalid("Sub issue cannot be the same as the parent issue");
  if (ancestors(state, parent).includes(child))
    throw invalid("Sub issue cannot be an ancestor of the parent issue");
  if (child.parentNumber !== null && (!replaceParent || child.parentNumber === parent.number))
    throw invalid(
      child.parentNumber === parent.number
        ? "Issue may not contain duplicate sub-issues and Sub issue may only have one parent"
        : "Sub issue may only have one parent",
    );
  checkRoomForSubIssue(state, parent, heightBelow(state, child));
  checkRace(act, parent);
  if (child.parentNumber !== null) removeSubIssue(act, findIssue(state, child.parentNumber), child);

  parent.subIssueNumbers.push(child.number);
  child.parentNumber = parent.number;
  recordTimeline(act, parent, { event: "sub_issue_added", subIssueNumber: child.number });
  recordTimeline(act, child, { event: "parent_issue_added", parentNumber: parent.number });
  emit(act, { name: "sub_issues", action: "parent_issue_added", parent, subIssue: child });
  emit(act, { name: "sub_issues", action: "sub_issue_added", parent, subIssue: child });
}

/**
 * Refuses when another request is adding to the same parent at this very time: both would get the same place in the
 * order. GitHub fails so now and then, the sandbox always. https://github.com/github/github-mcp-server/issues/1842
 */
export function checkRace(act: Act, parent: Issue): void {
  const last = act.state.lastAdditions.get(parent.number);
  const together =
    last !== undefined && last !== act.span && (last.ended ?? act.span.began) >= act.span.began;
  if (together) throw invalid("Priority has already been taken");
  act.state.lastAdditions.set(parent.number, act.span);
}

/** Refuses when `parent` is full (closed children count) or the tree would get too deep. */
export function checkRoomForSubIssue(state: GitHubState, parent: Issue, height: number): void {
  // https://github.com/orgs/community/discussions/207865 and https://github.com/stdlib-js/stdlib/pull/13376
  if (parent.subIssueNumbers.length >= maximumSubIssues)
    throw invalid(`Parent cannot have more than ${maximumSubIssues} sub-issues`);
  if (ancestors(state, parent).length + 1 + height > maximumNesting)
    throw invalid(`Sub-issues cannot be nested more than ${maximumNesting} levels deep`);
}

/** Takes `child` out from below `parent`; refuses when it is not there. */
export function removeSubIssue(act: Act, parent: Issue, child: Issue): void {
  const at = parent.subIssueNumbers.indexOf(child.number);
  if (at === -1) throw new Refusal("not-found", "The provided sub-issue does not belong to this issue");
  parent.subIssueNumbers.splice(at, 1);
  child.parentNumber = null;
  recordTimeline(act, parent, { event: "sub_issue_removed", subIssueNumber: child.number });
  recordTimeline(act, child, { event: "parent_issue_removed", parentNumber: parent.number });
  emit(act, { name: "sub_issues", action: "parent_issue_removed", parent, subIssue: child });
  emit(act, { name: "sub_issues", action: "sub_issue_removed", parent, subIssue: child });
}

/** Moves `child` to stand right after or right before a sibling. */
export function reprioritizeSubIssue(
  parent: Issue,
  child: Issue,
  place: { after: Issue } | { before: Issue },
): void {
  const sibling = "after" in place ? place.after : place.before;
  const numbers = parent.subIssueNumbers;
  if (!numbers.includes(child.number) || !numbers.includes(sibling.number) || child === sibling)
    throw invalid("The sub-issue and the issue it moves beside must be two sub-issues of this issue");
  numbers.splice(numbers.indexOf(child.number), 1);
  numbers.splice(numbers.indexOf(sibling.number) + ("after" in place ? 1 : 0), 0, child.number);
}

function ancestors(state: GitHubState, issue: Issue): Issue[] {
  const found: Issue[] = [];
  for (let at = issue; at.parentNumber !== null; ) {
    at = findIssue(state, at.parentNumber);
    found.push(at);
  }
  return found;
}

function heightBelow(state: GitHubState, issue: Issue): number {
  const heights = issue.subIssueNumbers.map((number) => 1 + heightBelow(state, findIssue(state, number)));
  return Math.max(0, ...heights);
}

const invalid = (message: string) => new Refusal("validation", message);
