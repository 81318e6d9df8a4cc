import { type CivilDate, civilToday } from "../../calendar/index.ts";
import { text } from "../../text/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { promisedDays } from "../state/promised-days.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/** A run inside the run that somebody has moved to a later day than it had promised. */
export interface ChildMove {
  /** What tells it from every other thing said on the run. */
  readonly key: string;
  readonly at: string;
  readonly title: string;
  readonly issue: number | undefined;
  /** Who has the step that it is: they hear of it there. */
  readonly people: readonly string[];
  readonly by: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The moves of runs inside the run to a later day, in the order they were made, but those that whoever is told made themselves. */
export function childMoves(told: string, facts: StatusFacts): ChildMove[] {
  return childTasks(facts).flatMap((task) =>
    facts.ledger.entries.flatMap((entry): ChildMove[] => {
      if (entry.kind !== "due" || entry.step !== task.step || entry.comment !== null) return [];
      if (entry.by === "" || isSamePerson(entry.by, told)) return [];
      const from = promisedBefore(entry, task, facts);
      const { at, by, date: to } = entry;
      const key = `child ${task.step} moved ${at}`;
      const { title, issue, people } = task;
      return to <= from ? [] : [{ key, at, title, issue: issue?.number, people, by, from, to }];
    }),
  );
}

/** What became of the runs inside a run, against the date it had promised for them: these moves, late ends, and cancellations by others. */
export function childWords(told: string, facts: StatusFacts, moves: readonly ChildMove[]): Message[] {
  const { observed } = facts;
  const words = text.dateAtRisk.ofRunInside;
  const unheard = moves.filter(({ people }) => !people.some((login) => isSamePerson(login, told)));
  const moved = unheard.map(({ key, title, issue, by, from, to }) => ({
    issue: observed.run,
    key,
    words: words({ told, title, issue, happened: { kind: "moved", by, from, to } }),
  }));
  const ended = childTasks(facts).flatMap((task): Message[] => {
    const happened = endAgainstDate(task, facts);
    if (!happened || (happened.kind === "cancelled" && isSamePerson(happened.by, told))) return [];
    const key = `child ${task.step} ${happened.kind} ${task.endedAt}`;
    const { title, issue } = task;
    return [{ issue: observed.run, key, words: words({ told, title, issue: issue?.number, happened }) }];
  });
  return [...moved, ...ended];
}

function childTasks({ state }: StatusFacts): TaskState[] {
  return state.tasks.filter(({ kind, isLeftOut }) => kind === "process" && !isLeftOut);
}

/** How the end of a run inside the run breaks what was promised; nothing while it goes on, or when it was in time. */
function endAgainstDate({ status, endedAt, endedBy = "", dueDate }: TaskState, facts: StatusFacts) {
  if (status === "skipped") return { kind: "cancelled", by: endedBy } as const;
  if (status !== "done" || endedAt === undefined) return undefined;
  const on = civilToday(endedAt, facts.handbook.handbook.config.timeZone);
  return on <= dueDate ? undefined : ({ kind: "ended", on, promised: dueDate } as const);
}

function promisedBefore(entry: LedgerEntry, task: TaskState, { ledger }: StatusFacts) {
  const entries = ledger.entries.slice(0, ledger.entries.indexOf(entry));
  return promisedDays({ ...ledger, entries }).get(task.step)?.[1] ?? task.baselineDueDate;
}
