import { readProcessId, runLabel } from "../../core/form/index.ts";
import { asksForProcess, runOfStepBody } from "../../core/run/index.ts";

/** What a webhook says of an issue. */
export interface IssuePayload {
  readonly number: number;
  readonly body?: string | null;
  readonly labels?: readonly ({ readonly name?: string } | null)[] | null;
  readonly parent_issue_url?: string | null;
}

/**
 * The runs that something done to an issue concerns: of a step that is a run of its own that run and the one above, of any
 * other issue the run it belongs to; empty for an issue that has nothing to do with a run.
 */
export function runsOfIssue(issue: IssuePayload): readonly number[] {
  const above = runOfIssue(issue);
  if (above === undefined) return [];
  return isRun(issue) ? [...new Set([issue.number, above])] : [above];
}

/**
 * The run that a comment on an issue is for: of a step that is a run of its own, that one. Where the event cannot tell, a look at the issue
 * finds that it is a step, and asks for one at the run above.
 */
export function runOfComment(issue: IssuePayload): number | undefined {
  return isRun(issue) ? issue.number : runOfIssue(issue);
}

/** Neither a label nor a form that people paste into its text makes a run of a step. */
function isRun({ labels, body }: IssuePayload): boolean {
  const text = body ?? "";
  if (runOfStepBody(text) !== undefined) return asksForProcess(text);
  return readProcessId(text) !== undefined || (labels?.some((label) => label?.name === runLabel) ?? false);
}

/**
 * The number of the run that an issue belongs to, told from the event alone: its parent, the run its marker names, or
 * itself when it asks to start a process. Nothing for an issue that has nothing to do with a run. A wrong guess costs
 * a look and changes nothing, since every look decides from what GitHub has.
 */
function runOfIssue(issue: IssuePayload): number | undefined {
  const parent = /\/issues\/(\d+)$/.exec(issue.parent_issue_url ?? "")?.[1];
  if (parent !== undefined) return Number(parent);
  const body = issue.body ?? "";
  const marked = runOfStepBody(body);
  if (marked !== undefined) return marked;
  return isRun(issue) ? issue.number : undefined;
}
