import { readProcessId, runLabel } from "../../form/index.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { ObservedIssue, RunIssues } from "./observed-run.ts";

/**
 * The node ids of issues of the bot that people changed, and of which the decision needs the text as the bot last wrote it:
 * of all whose steps are not in the ledger, and of runs, whose start form counts. What is in the ledger needs no other
 * word, so ticked boxes cost no request.
 */
export function textsInQuestion(observed: Pick<RunIssues, "run" | "steps">): string[] {
  const isInQuestion = (issue: ObservedIssue) =>
    issue.isByOurAccount && issue.isEditedByPeople && issue.writtenBody === "";
  const changed = [observed.run, ...observed.steps].filter(isInQuestion);
  if (changed.length === 0) return [];
  const known = new Set(ledgerOf(observed)?.issues.values());
  const mayBeRun = ({ number, labels, body }: ObservedIssue) =>
    number === observed.run.number || labels.includes(runLabel) || readProcessId(body) !== undefined;
  return changed.filter((issue) => !known.has(issue.number) || mayBeRun(issue)).map(({ id }) => id);
}
