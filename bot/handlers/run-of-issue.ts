import { readProcessId, runLabel } from "../../core/form/index.ts";
import { runOfStepBody } from "../../core/run/index.ts";

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

/** The run that a comment on an issue is for: of a step that is a run of its own, that one. */
export function runOfComment(issue: IssuePayload): number | undefined {
  return isRun(issue) ? issue.number : runOfIssue(issue);
}

/** A label alone makes no run of a step. */
function isRun({ labels, body }: IssuePayload): boolean {
  const text = body ?? "";
  if (readProcessId(text) !== undefined) return true;
  const isLabelled = labels?.some((label) => label?.name === runLabel) ?? false;
  return isLabelled && runOfStepBody(text) === undefined;
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
