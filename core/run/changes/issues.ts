import { labels } from "../labels.ts";
import { withCopy } from "../ledger/copy-of-ledger.ts";
import { ledgerIn } from "../ledger/notes-of.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { isLeftUnapproved } from "../state/approvals-in-wait.ts";
import { cancellationOf } from "../state/cancellation.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import {
  childProcess,
  type EarlierText,
  runIssueTitle,
  stepIssueBody,
  stepIssueTitle,
  stepOfIssue,
  withCurrentFacts,
  withNewerText,
  withNoteLast,
  withOwnForm,
} from "../step-issue/index.ts";
import { assignablePeople, assignmentChanges } from "./assignment.ts";
import type { Change } from "./change.ts";
import { dateBack } from "./date-back.ts";
import { promisedBack } from "./promised-back.ts";
import { isToldRefused } from "./refused.ts";
import { titleBack } from "./title-back.ts";

/** The issues of the steps: made where they are missing, opened, closed, assigned, labelled and dated as they should be. */
export function issueChanges(facts: StatusFacts): Change[] {
  const { state } = facts;
  return [
    ...state.tasks.flatMap((task) => (task.issue ? existing(task, task.issue, facts) : missing(task, facts))),
    ...doubles(facts),
    ...runTitle(facts),
  ];
}

function missing(task: TaskState, facts: StatusFacts): Change[] {
  if (facts.state.outcome !== "running" || isOver(task)) return [];
  const whole = { ...facts, task };
  return [
    {
      kind: "create-step",
      step: task.step,
      title: stepIssueTitle(whole),
      body: withCopyWhereKept(stepIssueBody(whole), task, facts),
      assignees: assignablePeople(task, facts),
      labels: childProcess(whole) ? [labels.step.name, labels.run.name] : [labels.step.name],
      dueDate: task.dueDate,
    },
  ];
}

function existing(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Change[] {
  if (isOver(task)) {
    const isToSayWhy =
      (task.isLeftOut && issue.state === "open") || (issue.isOurs && isLeftUnapproved(task, facts.handbook));
    const why = isToSayWhy ? bodyEdit(task, issue, facts) : [];
    const own = why.length === 0 && issue.isOurs ? ownPartsEdit(task, issue, facts) : [];
    const reason = task.status === "done" ? "completed" : "not-planned";
    const close: Change[] =
      issue.state === "open" && !closesItself(task, issue)
        ? [{ kind: "close-issue", issue: issue.number, reason }]
        : [];
    return [...why, ...own, ...promisedBack(task, issue, facts), ...close, ...overdueLabel(issue, false)];
  }
  // A checkpoint holds no work: it is reached as soon as all before it is over.
  if (task.kind === "checkpoint" && task.status === "ready") return reach(issue);
  const edits = issue.isOurs ? bodyEdit(task, issue, facts) : byHand(task, issue);
  // A run reads in its text what it is opened for: before that, it would only be closed again. What GitHub refuses it cannot read.
  const isToldWhy = !isChildRun(issue) || edits.every((edit) => isToldRefused(edit, facts.observed));
  const reopen: Change[] =
    issue.state === "closed" && isToldWhy && !saysItselfWhy(issue)
      ? [{ kind: "reopen-issue", issue: issue.number }]
      : [];
  return [
    ...reopen,
    ...edits,
    ...(issue.isOurs ? titleEdit(task, issue, facts) : []),
    ...(edits.some(({ kind }) => kind === "set-due-date") ? [] : dateBack(task, issue)),
    ...titleBack(task, issue, facts),
    ...assignmentChanges(task, issue, facts),
    ...(issue.isOurs ? stepLabel(issue) : []),
    ...overdueLabel(issue, task.isLate),
  ];
}

/**
 * Closes a checkpoint, which is what says that it is reached. One that was reached before and is reached again is opened first. Closed
 * without a moment it was just now, by us: GitHub has confirmed it and has yet to show it.
 */
function reach({ state, closedAt, number: issue }: ObservedIssue): Change[] {
  if (state === "open") return [{ kind: "close-issue", issue, reason: "completed" }];
  return closedAt === null ? [] : [{ kind: "reopen-issue", issue }];
}

/** A run that is over closes its own issue again when people open it, and says what to do instead. */
function closesItself({ status }: TaskState, issue: ObservedIssue): boolean {
  const child = isChildRun(issue) ? ledgerIn(issue) : undefined;
  return child !== undefined && (status === "done" || cancellationOf(child) !== undefined);
}

/** A run that goes on opens its own issue again when people close it, with a word to them that nobody else can say. */
function saysItselfWhy(issue: ObservedIssue): boolean {
  return isChildRun(issue) && !issue.isClosedByUs && (ledgerIn(issue)?.startedAt ?? null) !== null;
}

function bodyEdit(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Change[] {
  const own = isChildRun(issue) ? withOwnForm(issue) : withNoteLast(issue.body);
  const newer = withNewerText(own, { ...facts, task }, earlierText(task, facts));
  const current = withCurrentFacts(newer, { ...facts, task: { ...task, issue: { ...issue, body: newer } } });
  const body = withCopyWhereKept(current, task, facts);
  if (body === issue.body) return [];
  return [
    { kind: "edit-issue", issue: issue.number, body },
    ...(current === issue.body
      ? []
      : [{ kind: "set-due-date", issue: issue.number, date: task.dueDate } as const]),
  ];
}

/** The step as the text before has it, for the one look in which both are at hand. */
function earlierText(task: TaskState, { earlier, ledger }: StatusFacts): EarlierText | undefined {
  const definition = earlier?.definition.steps.find(({ id }) => id === task.step);
  if (earlier === undefined || definition === undefined) return undefined;
  const { revision } = earlier.handbook;
  return { ...earlier, task: { ...task, definition }, ledger: { ...ledger, revision } };
}

/** A step that is called otherwise by a newer text, while its issue has the name we gave it. */
function titleEdit(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Change[] {
  const title = stepIssueTitle({ ...facts, task });
  const isEarlier = facts.ledger.entries.some((entry) => {
    const before = entry.kind === "upgraded" ? entry.reworded.get(task.step) : undefined;
    return (
      before !== undefined && issue.title === stepIssueTitle({ ...facts, task: { ...task, title: before } })
    );
  });
  return isEarlier && issue.title !== title ? [{ kind: "edit-issue", issue: issue.number, title }] : [];
}

/**
 * What is the bot's own in the issue of a step that is over: the copy of the ledger, and the block of facts where people may have written into
 * it. An approval of the step's text is none of what stands there.
 */
function ownPartsEdit(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Change[] {
  // Of a run that is a step and is over, the run above may yet approve what its steps say.
  const isJudged = facts.state.outcome === "running" || isChildRun(facts.observed.run);
  const mayBeWrittenInto = isJudged && issue.isEditedByPeople && !isChildRun(issue) && !task.isLeftOut;
  const kept = isChildRun(issue) ? issue.body : withNoteLast(issue.body);
  const own = mayBeWrittenInto ? withCurrentFacts(kept, { ...facts, task }) : kept;
  const body = withCopyWhereKept(own, task, facts);
  return body === issue.body ? [] : [{ kind: "edit-issue", issue: issue.number, body }];
}

/** The first step that is part of the run keeps a copy of the ledger. */
function withCopyWhereKept(body: string, task: TaskState, { state, ledger }: StatusFacts): string {
  const keeper = state.tasks.find(({ isLeftOut }) => !isLeftOut);
  return keeper?.step === task.step ? withCopy(body, ledger) : body;
}

/** A sub-issue that somebody added by hand is marked and dated as a step; its text is not ours to touch. */
function byHand(task: TaskState, issue: ObservedIssue): Change[] {
  const { name } = labels.step;
  if (issue.labels.includes(name)) return [];
  return [
    { kind: "add-labels", issue: issue.number, labels: [name] },
    { kind: "set-due-date", issue: issue.number, date: task.dueDate },
  ];
}

/** Views and filters of the steps rest on their label, so it is put back. */
function stepLabel(issue: ObservedIssue): Change[] {
  const { name } = labels.step;
  return issue.labels.includes(name) ? [] : [{ kind: "add-labels", issue: issue.number, labels: [name] }];
}

function overdueLabel(issue: ObservedIssue, isOverdue: boolean): Change[] {
  const { name } = labels.overdue;
  if (issue.labels.includes(name) === isOverdue) return [];
  return [{ kind: isOverdue ? "add-labels" : "remove-labels", issue: issue.number, labels: [name] }];
}

/** A second issue for one step, from two bots at once: the older one counts; nothing waits for the other, which is closed and unlinked. */
function doubles({ observed, state }: StatusFacts): Change[] {
  const counted = new Set(state.tasks.flatMap((task) => task.issue?.number ?? []));
  return observed.steps
    .filter((issue) => stepOfIssue(issue, observed.run.number) !== undefined && !counted.has(issue.number))
    .flatMap(({ number, state: issueState }): Change[] => [
      ...observed.steps
        .filter(({ blockedBy }) => blockedBy.includes(number))
        .map((step): Change => ({ kind: "unlink-blocked-by", issue: step.number, blockedBy: number })),
      ...(issueState === "open"
        ? [{ kind: "close-issue", issue: number, reason: "not-planned" } as const]
        : []),
      { kind: "unlink-sub-issue", issue: number },
    ]);
}

/** A run that was started without a name gets one from its form, so that a list of runs can be told apart. */
function runTitle(facts: StatusFacts): Change[] {
  const { run } = facts.observed;
  const title = runIssueTitle(facts);
  return title === run.title ? [] : [{ kind: "edit-issue", issue: run.number, title }];
}
