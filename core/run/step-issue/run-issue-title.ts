import { plainTitle } from "./plain-title.ts";
import { runName } from "./run-name.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** The title of a run's issue: its own, with the run's name where the form left it out. */
export function runIssueTitle(facts: Pick<StepIssueFacts, "definition" | "ledger" | "observed">): string {
  const { definition, observed } = facts;
  const isUnnamed = plainTitle(observed.run.title).replace(/:$/, "") === definition.title;
  const name = isUnnamed ? runName(facts) : "";
  return name === "" ? observed.run.title : `${definition.title}: ${name}`;
}
