import { type FinishedStep, type Markdown, text } from "../../text/index.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { addedByHandKey } from "../observed/is-plain-step.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { chasedFor } from "../people/chased-for.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { withNames } from "../people/with-names.ts";
import { hasSaid, sayOnce } from "../said.ts";
import { approversPassedOver, isLeftUnapproved } from "../state/approvals-in-wait.ts";
import { ruledOutBy } from "../state/ruled-out-by.ts";
import { openedBy, taskProgressOf } from "../state/task-progress.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import { finishedStepOf, turnOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import { askedAgain } from "./asked-again.ts";
import type { Change } from "./change.ts";
import { handedOn } from "./handed-on.ts";
import { informedOf } from "./informed.ts";
import { reminderOf } from "./reminders.ts";
import { runMessages } from "./run-messages.ts";
import { renamedMessage } from "./title-back.ts";

/** Something to say on an issue, once. */
export interface Message {
  readonly issue: ObservedIssue;
  /** Tells this message from every other on the issue, for ever. */
  readonly key: string;
  readonly words: Markdown;
}

/** What people are told, each thing once and only those it concerns; first whoever did something that is put back. */
export function messageChanges(facts: StatusFacts, putBack: readonly Message[]): Change[] {
  const messages = [
    ...putBack,
    ...facts.state.tasks.flatMap((task) => (task.issue ? taskMessages(task, task.issue, facts) : [])),
    ...runMessages(facts),
  ];
  return messages.flatMap((message) => sayMessage(message, facts));
}

/** A message as a change; nothing when it has been said. */
export function sayMessage(
  { issue, key, words }: Message,
  { handbook }: Pick<StatusFacts, "handbook">,
): Change[] {
  if (hasSaid(key, issue)) return [];
  return [{ kind: "post-comment", issue: issue.number, body: sayOnce(key, withNames(words, handbook)) }];
}

function taskMessages(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const say = (key: string, words: Markdown): Message => ({ issue, key, words });
  const ended = facts.state.outcome !== "running";
  if (task.isLeftOut)
    return !ended && isNewlyLeftOut(task, issue, facts) && hadItsTurn(task, issue)
      ? [say("left-out", text.runComments.leftOut(task.title, ruledOutBy(task, facts)))]
      : [];
  if (isOver(task) || ended) return [...skipMessages(task, issue, facts), ...informedOf(task, issue, facts)];
  return [
    ...sentBack(task, issue, facts),
    ...asks(task, issue, facts),
    ...handoff(task, issue, facts),
    ...reminderOf(task, issue, facts),
    ...handedOn(task, issue, facts),
    ...askedAgain(task, issue, facts),
    ...addedByHand(task, issue, facts),
    ...renamedMessage(task, issue),
  ];
}

/**
 * Whether it is left out while people may still work on it, or was closed for that: a list of comments that lags behind may have hidden then
 * that its turn had come.
 */
function isNewlyLeftOut(task: TaskState, issue: ObservedIssue, { ledger, definition }: StatusFacts): boolean {
  if (issue.state === "open") return true;
  const { endedAt } = taskProgressOf(task.step, ledger, definition);
  return issue.isClosedByUs && issue.stateReason === "not-planned" && endedAt === undefined;
}

/** People whose turn never came need no word: closing their issue tells them, and the reason stands in it. */
function hadItsTurn(task: TaskState, issue: ObservedIssue): boolean {
  return task.definition?.dependsOn.length === 0 || issue.comments.some(({ isOurs }) => isOurs);
}

/**
 * Whoever reads the step should find there why it was left out, also when that was said on another issue of the run. A list of comments
 * that lags behind is no proof that the command was written elsewhere. Approvers hear that their approval was left out.
 */
function skipMessages(
  task: TaskState,
  issue: ObservedIssue,
  { ledger, handbook, observed }: StatusFacts,
): Message[] {
  const entry = ledger.entries.findLast(
    (candidate) => candidate.kind === "skipped" && candidate.step === task.step,
  );
  if (entry?.kind !== "skipped" || task.status !== "skipped") return [];
  const { by, reason, comment, at } = entry;
  if (isLeftUnapproved(task, handbook)) {
    const approvers = approversPassedOver(task, handbook);
    const people = approvers.filter((login) => !isSamePerson(login, by));
    const words = text.told.notApproved({ people, by, title: task.title, reason });
    return [{ issue, key: `skipped ${comment ?? at}`, words }];
  }
  const wasSaidElsewhere = [observed.run, ...observed.steps].some(
    (other) => other.number !== issue.number && other.comments.some(({ number }) => number === comment),
  );
  if (!wasSaidElsewhere) return [];
  return [{ issue, key: `skipped ${comment}`, words: text.runComments.skipped(task.title, by, reason) }];
}

/** Whoever adds a sub-issue by hand learns what has become of it. */
function addedByHand(
  task: TaskState,
  issue: ObservedIssue,
  { definition, observed, state }: StatusFacts,
): Message[] {
  if (issue.isOurs || task.definition !== undefined) return [];
  const words = text.runComments.addedByHand({
    process: definition.title,
    run: observed.run.number,
    people: task.people,
    dueDate: task.dueDate,
    anchor: task.dueDate === state.anchorDate ? definition.anchor : undefined,
  });
  return [{ issue, key: addedByHandKey, words }];
}

/** Whether a step is needed hangs on an answer nobody gave: whoever can give it is asked, when all before it is over. */
function asks(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  if (task.question === undefined || task.readyAt === undefined) return [];
  return [{ issue, key: `turn ${task.readyAt}`, words: text.turns.asks(turnOf({ ...facts, task })) }];
}

function sentBack(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  const { ledger, definition, state } = facts;
  return ledger.entries.flatMap((entry): Message[] => {
    if (entry.kind !== "changes" || task.kind === "checkpoint") return [];
    if (!openedBy(entry, definition).includes(task.step)) return [];
    const { people, title, dueDate } = task;
    const { by, reason } = entry;
    const isPast = dueDate < state.today;
    const isRun = isChildRun(issue);
    const words = text.runComments.changesRequested({ people, by, title, reason, dueDate, isPast, isRun });
    return [{ issue, key: `changes ${entry.comment}`, words }];
  });
}

/** What a run that is a step of another one had to wait for after it was made; its first steps were assigned long ago. */
function waitedFor({ state, ledger }: StatusFacts): FinishedStep[] {
  const begun = ledger.startedAt ?? "";
  if (!state.waitsFor.some(({ closedAt }) => closedAt === null || closedAt > begun)) return [];
  return state.waitsFor.map(({ number, title, closedBy }) =>
    finishedElsewhere(title, number, closedBy ?? undefined),
  );
}

/** What a step had to wait for in runs beside its own after its run began. */
function finishedBeside({ siblings = [] }: TaskState, { ledger }: StatusFacts): FinishedStep[] {
  return siblings.flatMap(({ endedAt = "", issue, state, isSkipped, ...sibling }) => {
    if (endedAt <= (ledger.startedAt ?? "")) return [];
    const finished = finishedElsewhere(text.siblings.nameOf(sibling), issue, undefined);
    return [{ ...finished, wasSkipped: state === "left-out" || isSkipped === true }];
  });
}

/** A step of another run that is over, of which no more is known here. */
function finishedElsewhere(title: string, issue: number | undefined, by: string | undefined): FinishedStep {
  return {
    title,
    issue,
    by,
    outputs: [],
    wasSkipped: false,
    isNotApproved: false,
    isCheckpoint: false,
    note: "",
    collected: [],
    approvedBy: [],
    approved: [],
    outcome: undefined,
  };
}

/** Where the first steps of a run that is a step of another one read what it is for. */
function briefOf(task: TaskState, { observed }: StatusFacts): number | undefined {
  return task.dependsOn.length === 0 && isChildRun(observed.run) ? observed.run.number : undefined;
}

/**
 * Whose turn it is hears so when the last step before is over. A step that waits for nobody was assigned when it was made;
 * where nobody of the team could be, whoever looks after it hears of it.
 */
function handoff(task: TaskState, issue: ObservedIssue, facts: StatusFacts): Message[] {
  if (task.status !== "ready" || task.kind === "checkpoint" || task.kind === "process") return [];
  if (task.readyAt === undefined) return [];
  const within =
    task.dependsOn.length === 0
      ? waitedFor(facts)
      : facts.state.tasks
          .filter((other) => task.dependsOn.includes(other.step))
          .map((other) => finishedStepOf({ ...facts, task: other }));
  const before = [...within, ...finishedBeside(task, facts)];
  const key = `turn ${task.readyAt}`;
  const turn = turnOf({ ...facts, task });
  if (task.people.length > 0)
    return before.length === 0
      ? []
      : [{ issue, key, words: text.turns.handoff(turn, before, briefOf(task, facts)) }];
  const chased = chasedFor(task, facts);
  const words =
    turn.outside.length > 0
      ? text.turns.outsideTurn(turn, chased)
      : text.turns.nobodyInCharge(task.title, chased);
  return [{ issue, key, words }];
}
