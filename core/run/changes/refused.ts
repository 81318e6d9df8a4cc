import { text } from "../../text/index.ts";
import { isStatusComment } from "../ledger/status-marker.ts";
import type { ObservedIssue, RunIssues } from "../observed/observed-run.ts";
import { hasSaid, sayOnce } from "../said.ts";
import type { Change } from "./change.ts";

/** A change that GitHub refuses for good, and its words why. */
export interface RefusedChange {
  readonly change: Change;
  readonly why: string;
}

/** Tells a change from every other one of a run, whatever text it carries. */
export function keyOfChange(change: Change): string {
  const place = "issue" in change ? change.issue : "comment" in change ? change.comment : "";
  const what =
    change.kind === "create-step" ? change.step : change.kind === "create-label" ? change.name : "";
  return [change.kind, place, what].filter((part) => part !== "").join(" ");
}

/** Whether a run can go on without a change: without its ledger it cannot, since words rest on it. */
export function canBeLeftOut(change: Change): boolean {
  return !((change.kind === "post-comment" || change.kind === "edit-comment") && isStatusComment(change));
}

/** Whether people have been told that this change is refused. */
export function isToldRefused(change: Change, { run }: Pick<RunIssues, "run">): boolean {
  return hasSaid(sayingOf(change), run);
}

/** What is said on the run about changes that GitHub refuses: once each; the rest of the run goes on. */
export function tellRefused(refused: readonly RefusedChange[], { run, steps }: RunIssues): Change[] {
  return refused
    .filter(({ change }) => !isToldRefused(change, { run }))
    .map(({ change, why }) => ({
      kind: "post-comment",
      issue: run.number,
      body: sayOnce(sayingOf(change), text.refused(change.kind, subjectOf(change, [run, ...steps]), why)),
    }));
}

function sayingOf(change: Change): string {
  return `refused ${keyOfChange(change)}`;
}

/** What a change is about, in words: a title, or nothing. */
function subjectOf(change: Change, issues: readonly ObservedIssue[]): string | undefined {
  if (change.kind === "create-step") return change.title;
  if (change.kind === "create-label") return change.name;
  const issue = issues.find(
    (candidate) =>
      ("issue" in change && candidate.number === change.issue) ||
      ("comment" in change && candidate.comments.some(({ id }) => id === change.comment)),
  );
  return issue?.title;
}
