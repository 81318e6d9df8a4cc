import type { ObservedIssue, RunIssues } from "./observed-run.ts";

/**
 * Whether a read of a run shows less than another one did: a comment, a step, a closing or an opening is missing. Reads come from places that lag
 * behind each other, so a later one may be older. Where somebody has deleted something in between, the next look sees that.
 */
export function isOlderRead(read: RunIssues, other: RunIssues): boolean {
  const issues = new Map([read.run, ...read.steps].map((issue) => [issue.number, issue]));
  return [other.run, ...other.steps].some((shown) => {
    const issue = issues.get(shown.number);
    return issue === undefined || lacks(issue, shown);
  });
}

function lacks(issue: ObservedIssue, shown: ObservedIssue): boolean {
  if (issue.closings < shown.closings || issue.reopenings < shown.reopenings) return true;
  const comments = new Set(issue.comments.map(({ id }) => id));
  return shown.comments.some(({ id }) => !comments.has(id));
}
