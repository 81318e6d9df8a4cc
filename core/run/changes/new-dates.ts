import type { StepId } from "../../definition/index.ts";
import { type DateCause, text } from "../../text/index.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedIssue } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { hasSaid } from "../said.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";
import { factsOfState } from "../state/facts-of-state.ts";
import { runStateOf } from "../state/run-state.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import { runOfStepBody } from "../step-issue/index.ts";
import type { Message } from "./messages.ts";

type DateEntry = Extract<LedgerEntry, { kind: "moved" | "due" }>;
type TakenBack = Extract<LedgerEntry, { kind: "undone" }>;

/**
 * What those hear whose dates are others now because somebody asked for it: each person once, on the issue of the first of their
 * steps that moved. Dates that nobody has heard of yet count as one change. Whoever asked is not told; that steps are late is told when
 * their turn comes.
 */
export function newDates(facts: StatusFacts): Message[] {
  if (facts.state.outcome !== "running") return [];
  const { entries } = facts.ledger;
  const untold = entries.filter((entry): entry is DateEntry | TakenBack => isUntold(entry, facts));
  const last = untold.findLast((entry): entry is DateEntry => entry.kind !== "undone");
  return [
    ...unasked("moved", facts),
    ...unasked("due", facts),
    ...(last ? messages(last, changedSteps(untold, facts), facts) : []),
    ...entries.flatMap((entry) => (isDateTakenBack(entry) ? takenBack(entry, facts) : [])),
  ];
}

/** What was asked for in a comment is told when that has its thumb up: that comes after the messages. */
function isUntold(entry: LedgerEntry, { observed }: StatusFacts): boolean {
  if (entry.kind !== "moved" && entry.kind !== "due" && !isDateTakenBack(entry)) return false;
  return [observed.run, ...observed.steps].some(({ comments }) =>
    comments.some((comment) => comment.number === entry.comment && !comment.hasOurReaction),
  );
}

function isDateTakenBack(entry: LedgerEntry): entry is TakenBack {
  return entry.kind === "undone" && (entry.of === "moved" || entry.of === "due");
}

/**
 * The last dates that came from another run. No comment shows that all have heard of them, so each message tells for itself; whom
 * they concern is asked of the run as it was then, or whoever joined it since would hear of them, too.
 */
function unasked(kind: DateEntry["kind"], facts: StatusFacts): Message[] {
  const { ledger, state } = facts;
  const at = ledger.entries.findLastIndex((entry) => entry.kind === kind);
  const entry = ledger.entries[at];
  if (entry?.kind !== kind || entry.comment !== null || entry.by === "") return [];
  const thenLedger = { ...ledger, entries: ledger.entries.slice(0, at + 1) };
  const then = { ...facts, ledger: thenLedger, state: { ...state, tasks: stateOf(thenLedger, facts) } };
  const isOpen = ({ number }: ObservedIssue) =>
    state.tasks.some((task) => task.issue?.number === number && !isOver(task));
  return messages(entry, changedSteps([entry], then), then).filter(({ issue }) => isOpen(issue));
}

function keyOf(entry: DateEntry | TakenBack): string {
  if (entry.comment !== null) return `dates ${entry.comment}`;
  const date = entry.kind === "moved" ? entry.anchorDate : entry.kind === "due" ? entry.date : "";
  return `dates ${entry.at} ${date}`;
}

/** The open steps that have another date than without some entries. */
function changedSteps(entries: readonly LedgerEntry[], facts: StatusFacts): readonly TaskState[] {
  const before = without(entries, facts.ledger);
  const was = new Map(stateOf(before, facts).map(({ step, dueDate }) => [step, dueDate]));
  return facts.state.tasks.filter((task) => !isOver(task) && was.get(task.step) !== task.dueDate);
}

function messages(entry: DateEntry, moved: readonly TaskState[], facts: StatusFacts): Message[] {
  const cause = causeOf(entry, facts);
  const byFirst = new Map<StepId, string[]>();
  for (const login of new Set(moved.flatMap(({ people }) => people))) {
    const first = moved.find(({ people, issue }) => issue !== undefined && people.includes(login));
    if (first === undefined || isSamePerson(login, entry.by)) continue;
    byFirst.set(first.step, [...(byFirst.get(first.step) ?? []), login]);
  }
  return [...byFirst].flatMap(([step, people]) => {
    const issue = moved.find((task) => task.step === step)?.issue;
    const steps = moved
      .filter((task) => people.some((login) => task.people.includes(login)))
      .map((task) => ({ title: task.title, issue: task.issue?.number, dueDate: task.dueDate }));
    const words = text.told.newDates({ people, by: entry.by, cause, reason: entry.reason, steps });
    return issue ? [{ issue, key: keyOf(entry), words }] : [];
  });
}

/**
 * Whoever heard of a date that was taken back hears that too, as it was then. A list of comments that lags behind may have hidden that they
 * had heard, so it is asked anew for as long as it is not said.
 */
function takenBack(entry: TakenBack, facts: StatusFacts): Message[] {
  const isToTell = ({ issue }: TaskState) =>
    issue !== undefined && hasSaid(`dates ${entry.asked}`, issue) && !hasSaid(keyOf(entry), issue);
  const open = facts.state.tasks.filter((task) => !isOver(task) && isToTell(task));
  if (open.length === 0) return [];
  const { ledger } = facts;
  const then = { ...ledger, entries: ledger.entries.filter(({ at }) => at <= entry.at) };
  return stateOf(then, facts).flatMap((task) => {
    const { issue, title, dueDate } = task;
    const people = task.people.filter((login) => !isSamePerson(login, entry.by));
    if (!issue || people.length === 0 || !open.some(({ step }) => step === task.step)) return [];
    const steps = [{ title, issue: issue.number, dueDate }];
    return [{ issue, key: keyOf(entry), words: text.told.oldDates({ people, by: entry.by, steps }) }];
  });
}

function causeOf(entry: DateEntry, { ledger, definition, observed, state }: StatusFacts): DateCause {
  if (entry.kind === "due") {
    const task = state.tasks.find(({ step }) => step === entry.step);
    return { kind: "due", title: task?.title ?? entry.step, issue: task?.issue?.number, dueDate: entry.date };
  }
  // The run above notes the same date afterwards, when a run inside it has moved by itself.
  const entries = ledger.entries.slice(0, ledger.entries.indexOf(entry));
  return {
    kind: "moved",
    anchor: definition.anchor,
    from: currentAnchorDate({ ...ledger, entries }),
    to: entry.anchorDate,
    above: entry.comment === null ? runOfStepBody(observed.run.body) : undefined,
  };
}

function without(entries: readonly LedgerEntry[], ledger: Ledger): Ledger {
  return { ...ledger, entries: ledger.entries.filter((entry) => !entries.includes(entry)) };
}

/** The steps as they would stand with another ledger. */
function stateOf(ledger: Ledger, facts: StatusFacts): readonly TaskState[] {
  return runStateOf({ ...factsOfState(facts), ledger }).tasks;
}
