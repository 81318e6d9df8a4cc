import { fingerprint } from "../../fingerprint.ts";
import { text } from "../../text/index.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { hasSaid } from "../said.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { plainTitle, stepIssueTitle } from "../step-issue/index.ts";
import type { Change } from "./change.ts";
import type { Message } from "./messages.ts";

/**
 * The title of a step that people changed so that it no longer begins as the step is called; what they put behind it stays. It is
 * put back once that is said, since nobody can tell afterwards.
 */
export function titleBack(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Change[] {
  if (!isRenamed(task, issue) || !hasSaid(keyOf(issue), issue)) return [];
  return [{ kind: "edit-issue", issue: issue.number, title: stepIssueTitle({ ...facts, task }) }];
}

/** The word on a title that is put back, once for each that it was changed to. */
export function renamedMessage(task: TaskState, issue: ObservedIssue): Message[] {
  if (!isRenamed(task, issue)) return [];
  const words = text.rights.putBack.renamed(task.title, plainTitle(issue.title).slice(0, 200));
  return [{ issue, key: keyOf(issue), words }];
}

function isRenamed(task: TaskState, issue: ObservedIssue): boolean {
  return issue.isOurs && !plainTitle(issue.title).startsWith(plainTitle(task.title));
}

function keyOf({ title }: ObservedIssue): string {
  return `renamed ${fingerprint(title)}`;
}
