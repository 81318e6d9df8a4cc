import type { StepId } from "../../definition/index.ts";
import { text } from "../../text/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { peopleGiven } from "../state/people-given.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

type Upgraded = Extract<LedgerEntry, { kind: "upgraded" }>;

/**
 * What is said when a run has been moved to a newer text of the handbook: on the run what it follows now; to each person whose work is
 * other now what is theirs, once, on the first issue of it; and to whoever has lost a step that it is with others. Steps that are new
 * tell their people by being made. Whoever asked knows.
 */
export function upgraded(facts: StatusFacts): Message[] {
  return facts.ledger.entries.flatMap((entry) =>
    entry.kind === "upgraded" ? [runMessage(entry, facts), ...stepMessages(entry, facts)] : [],
  );
}

function runMessage(entry: Upgraded, { observed, definition, handbook }: StatusFacts): Message {
  const url = `${observed.repository.url}/blob/${entry.revision}/${handbook.root}/${definition.path}`;
  const words = text.upgrade.done(entry.by, entry.from, entry.revision, url);
  return { issue: observed.run, key: keyOf(entry), words };
}

function keyOf({ comment }: Upgraded): string {
  return `upgraded ${comment}`;
}

function stepMessages(entry: Upgraded, facts: StatusFacts): Message[] {
  const isNewest = facts.ledger.entries.findLast(({ kind }) => kind === "upgraded") === entry;
  if (!isNewest || facts.state.outcome !== "running") return [];
  const touched = facts.state.tasks.filter((task) => !isOver(task) && isOlder(task, entry));
  return [...yours(entry, touched, facts), ...noLongerYours(entry, touched, facts)];
}

/** A step that was made for the new text says all by itself. */
function isOlder({ issue }: TaskState, entry: Upgraded): boolean {
  return issue !== undefined && issue.createdAt < entry.at;
}

function yours(entry: Upgraded, touched: readonly TaskState[], facts: StatusFacts): Message[] {
  const news = touched.flatMap((task) => {
    const what = newsOf(task, entry);
    return what.length > 0 ? [{ task, what }] : [];
  });
  const isConcerned = (login: string, { task, what }: (typeof news)[number]) =>
    task.people.some((person) => isSamePerson(person, login)) &&
    (what.some((one) => one !== "given") || !hadBefore(login, task.step, entry, facts));
  const byFirst = new Map<StepId, string[]>();
  for (const login of new Set(news.flatMap(({ task }) => task.people))) {
    const first = news.find((one) => isConcerned(login, one));
    if (first === undefined || isSamePerson(login, entry.by)) continue;
    byFirst.set(first.task.step, [...(byFirst.get(first.task.step) ?? []), login]);
  }
  return [...byFirst].flatMap(([step, people]) => {
    const issue = touched.find((task) => task.step === step)?.issue;
    const steps = news
      .filter((one) => people.some((login) => isConcerned(login, one)))
      .map(({ task: { title, issue: own, dueDate, people: holders }, what }) => ({
        title,
        issue: own?.number,
        dueDate,
        people: holders,
        what,
      }));
    return issue ? [{ issue, key: keyOf(entry), words: text.upgrade.yours(people, entry.by, steps) }] : [];
  });
}

function newsOf({ step, status }: TaskState, entry: Upgraded): ("given" | "date" | "text")[] {
  return [
    ...(entry.people.has(step) ? (["given"] as const) : []),
    ...(entry.promised?.has(step) ? (["date"] as const) : []),
    // Whoever has not begun reads the step when it is their turn.
    ...(entry.reworded.has(step) && status === "ready" ? (["text"] as const) : []),
  ];
}

function noLongerYours(entry: Upgraded, touched: readonly TaskState[], facts: StatusFacts): Message[] {
  return touched.flatMap(({ step, people, issue }) => {
    if (!entry.people.has(step) || issue === undefined) return [];
    const lost = before(step, entry, facts).filter(
      (login) => !people.some((person) => isSamePerson(person, login)) && !isSamePerson(login, entry.by),
    );
    if (lost.length === 0) return [];
    const words = text.upgrade.noLongerYours(lost, entry.by, people);
    return [{ issue, key: `${keyOf(entry)} lost`, words }];
  });
}

function hadBefore(login: string, step: StepId, entry: Upgraded, facts: StatusFacts): boolean {
  return before(step, entry, facts).some((person) => isSamePerson(person, login));
}

function before(step: StepId, entry: Upgraded, { ledger }: StatusFacts): readonly string[] {
  const entries = ledger.entries.slice(0, ledger.entries.indexOf(entry));
  return peopleGiven(step, { ...ledger, entries }) ?? [];
}
