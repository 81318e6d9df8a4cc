import { plainTitle } from "./plain-title.ts";
import { runName } from "./run-name.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

const longestTitle = 200;

/** The title of a step's issue: what is done, and for which run when the run has a name. */
export function stepIssueTitle(facts: StepIssueFacts): string {
  const name = runName(facts);
  return plainTitle(name === "" ? facts.task.title : `${facts.task.title}: ${name}`).slice(0, longestTitle);
}
