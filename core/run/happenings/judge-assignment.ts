import { type Markdown, md, text } from "../../text/index.ts";
import { assignmentChanges } from "../changes/assignment.ts";
import { putBackKeys } from "../changes/promised-back.ts";
import { gateProblem, handoverProblem } from "../commands/handover-problem.ts";
import type { ObservedIssue, ObservedRun } from "../observed/observed-run.ts";
import { isKnownAs } from "../people/is-known-as.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { claimOf } from "../rights/index.ts";
import type { RunFacts } from "../state/run-state.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import { assignmentWords } from "./by-hand-words.ts";
import { type Judged, learnt, nothing, putBack } from "./happening.ts";
import { judgeByHand } from "./judge-by-hand.ts";
import { openedAgainAt } from "./opened-again-at.ts";

/**
 * Other assignees than those in charge: the step was handed over by hand, which is the same as the command. Nobody at all is no
 * handover, and an approval passes on only where one person has taken the place of one other.
 */
export function judgeAssignment(
  facts: RunFacts,
  issue: ObservedIssue,
  current: { readonly task: TaskState | undefined; readonly state: RunState },
  observed: ObservedRun,
): Judged {
  const { task, state } = current;
  const { assignment } = issue;
  if (!task || !assignment || task.endedAt !== undefined) return nothing;
  const handed = facts.ledger.entries.findLast(
    (other) => other.kind === "handed" && other.step === task.step,
  );
  if (handed && handed.at >= assignment.at) return nothing;
  if (assignment.at <= openedAgainAt(task, facts.ledger)) return nothing;
  const { at, by, byId } = assignment;
  const isIn = (logins: readonly string[]) => (login: string) =>
    logins.some((other) => isSamePerson(other, login));
  const added = issue.assignees.filter((login) => !isIn(task.people)(login));
  const removed = task.people.filter((login) => !isIn(issue.assignees)(login));
  if (added.length === 0 && removed.length === 0) return nothing;
  const back = (words: Markdown) =>
    assignmentChanges(task, issue, { observed, ledger: facts.ledger }).length === 0
      ? nothing
      : putBack(issue, putBackKeys.assigned(at), words);
  const isApproval = task.kind === "approval";
  if (issue.assignees.length === 0 || (isApproval && (added.length !== 1 || removed.length !== 1)))
    return back(text.runComments.assignedAgain(by, task.people, isApproval));
  const verdict = judgeByHand({ act: "assign", by, byId, at, issue, task }, facts, state, observed);
  if (!verdict.counts) return back(assignmentWords(verdict, by, task, added));
  const entry = {
    kind: "handed",
    step: task.step,
    at,
    by,
    byId,
    reason: verdict.reason,
    comment: null,
  } as const;
  const rights = { ...facts, state, people: observed.people, run: observed.run, at, task };
  if (!isApproval) {
    const gate = added.map((login) => gateProblem(login, rights)).find((problem) => problem !== undefined);
    if (gate) return back(md`${text.runComments.to(by)}${gate}`);
    return learnt({ ...entry, to: issue.assignees, from: task.people });
  }
  const parts = task.parts.filter(({ people }) => people.some(isIn(removed)));
  const claim = claimOf({ login: by, id: byId }, rights, task);
  const isOwn = removed.some((login) => isKnownAs(login, { login: by, id: byId }, facts.ledger, task.step));
  const problem =
    isOwn || claim.standings.has("accountable")
      ? handoverProblem(added[0] ?? "", parts, { ...rights, claim })
      : text.run.onlyOwnPart(removed[0] ?? "", "/hand-to @login why");
  if (problem) return back(md`${text.runComments.to(by)}${problem}`);
  return learnt({ ...entry, to: added, from: removed, roles: parts.map(({ role }) => role) });
}
