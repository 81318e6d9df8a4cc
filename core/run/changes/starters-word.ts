import { civilToday, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { type SlippingStep, text } from "../../text/index.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { ObservedComment } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { toldOfRun } from "../people/told-of-run.ts";
import { saidKeyOf, sayOnce } from "../said.ts";
import { endOfState } from "../state/end-of-run.ts";
import { isBusinessTime, momentFrameOf } from "../state/moments.ts";
import { promisedDays } from "../state/promised-days.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import type { Message } from "./messages.ts";

/**
 * What whoever started a run hears of it, on a business day: each time its date becomes at risk, that the date has passed, and
 * when a run inside it ends late, is moved to a later day, or is cancelled by somebody else. Without a starter, whoever answers for the process hears.
 */
export function startersWord(facts: StatusFacts): Message[] {
  if (facts.state.outcome !== "running" || !isBusinessTime(facts.now, momentFrameOf(facts))) return [];
  const told = toldOfRun(facts);
  return told === undefined ? [] : [...dateWord(told, facts), ...childWords(told, facts)];
}

/** The word that the date is at risk, once it is not any more, says so: what is said when it is at risk again is then another. */
export function riskIsOver(facts: StatusFacts): Change[] {
  const { observed, state } = facts;
  if (state.outcome !== "running" || slipping(facts).length > 0) return [];
  const prefix = `at risk ${state.anchorDate} `;
  return observed.run.comments
    .filter((comment) => comment.isOurs && saidKeyOf(comment)?.startsWith(prefix))
    .map((comment): Change => {
      const key = `was ${saidKeyOf(comment)}`;
      return {
        kind: "edit-comment",
        comment: comment.id,
        body: sayOnce(key, text.runComments.riskIsOver(wordsIn(comment), state.today)),
      };
    });
}

function wordsIn({ body }: ObservedComment): string {
  return body.slice(0, body.lastIndexOf("<!-- handrail:said")).trimEnd();
}

function dateWord(told: string, facts: StatusFacts): Message[] {
  const { observed, state, definition, ledger } = facts;
  const { timeZone } = facts.handbook.handbook.config;
  const steps = slipping(facts);
  // Whoever has just started it has seen its dates, and what is wrong with them.
  if (steps.length === 0 || civilToday(ledger.startedAt ?? facts.now, timeZone) === state.today) return [];
  const hasPassed = !definition.startsAtAnchor && state.anchorDate < state.today;
  const keys = observed.run.comments.flatMap((comment) => (comment.isOurs ? (saidKeyOf(comment) ?? []) : []));
  const earlier = keys.filter((key) => key.startsWith(`was at risk ${state.anchorDate} `)).length;
  const key = hasPassed ? `passed ${state.anchorDate}` : `at risk ${state.anchorDate} ${earlier + 1}`;
  const words = text.runComments.dateAtRisk({
    told,
    anchor: definition.anchor,
    date: definition.startsAtAnchor ? undefined : state.anchorDate,
    hasPassed,
    slipping: steps.map(lineOf),
    causes: causesOf(facts).map(lineOf),
    moveTo: moveTo(steps, facts),
  });
  return [{ issue: observed.run, key, words }];
}

/** What is expected after the anchor date though it was promised by then, the latest first; of a run that begins with that date, after its end. Empty while the date holds. */
function slipping(facts: StatusFacts): TaskState[] {
  const { state, definition } = facts;
  const end = endOfState(state, momentFrameOf(facts).calendar);
  const limit = definition.startsAtAnchor ? end.promised : state.anchorDate;
  return state.tasks
    .filter((task) => !isOver(task) && !task.isLeftOut && task.isAtRisk && task.expectedDate > limit)
    .filter(({ dueDate }) => dueDate <= limit)
    .sort((a, b) => (a.dueDate < b.dueDate ? 1 : a.dueDate > b.dueDate ? -1 : 0));
}

/** The steps that hold the run up now: the late ones, or else those whose turn it is that are expected late. */
function causesOf({ state }: StatusFacts): TaskState[] {
  const late = state.tasks.filter(({ isLate }) => isLate);
  return late.length > 0
    ? late
    : state.tasks.filter(({ status, isAtRisk }) => status === "ready" && isAtRisk);
}

/** The anchor date at which all that slips would be on time; nothing for a run that begins with it. */
function moveTo(steps: readonly TaskState[], facts: StatusFacts) {
  if (facts.definition.startsAtAnchor) return undefined;
  const { calendar } = momentFrameOf(facts);
  const slips = steps.map(({ dueDate, expectedDate }) =>
    calendar.businessDaysBetween(toEpochDay(dueDate), toEpochDay(expectedDate)),
  );
  return fromEpochDay(calendar.addBusinessDays(toEpochDay(facts.state.anchorDate), Math.max(1, ...slips)));
}

function lineOf({ title, issue, people, dueDate, expectedDate }: TaskState): SlippingStep {
  return { title, issue: issue?.number, people, promised: dueDate, expected: expectedDate };
}

/** What became of the runs inside a run, against the date it had promised for them. */
function childWords(told: string, facts: StatusFacts): Message[] {
  const { ledger, state, observed } = facts;
  const { timeZone } = facts.handbook.handbook.config;
  const isTold = (by: string) => isSamePerson(by, told);
  return state.tasks
    .filter(({ kind, isLeftOut }) => kind === "process" && !isLeftOut)
    .flatMap((task): Message[] => {
      const own = ledger.entries.filter((entry) => "step" in entry && entry.step === task.step);
      const say = (
        key: string,
        happened: Parameters<typeof text.runComments.childAgainstDate>[0]["happened"],
      ) => ({
        issue: observed.run,
        key: `child ${task.step} ${key}`,
        words: text.runComments.childAgainstDate({
          told,
          title: task.title,
          issue: task.issue?.number,
          happened,
        }),
      });
      const moved = own.flatMap((entry) => {
        if (entry.kind !== "due" || entry.comment !== null || entry.by === "" || isTold(entry.by)) return [];
        const before = promisedBefore(entry, task, facts);
        if (entry.date <= before) return [];
        const { at, by, date: to } = entry;
        return [say(`moved ${at}`, { kind: "moved", by, from: before, to })];
      });
      if (task.status === "skipped") {
        const by = task.endedBy ?? "";
        return [
          ...moved,
          ...(isTold(by) ? [] : [say(`cancelled ${task.endedAt}`, { kind: "cancelled", by })]),
        ];
      }
      if (task.status !== "done" || task.endedAt === undefined) return moved;
      const endedOn = civilToday(task.endedAt, timeZone);
      if (endedOn <= task.dueDate) return moved;
      return [...moved, say(`ended ${task.endedAt}`, { kind: "ended", on: endedOn, promised: task.dueDate })];
    });
}

function promisedBefore(entry: LedgerEntry, task: TaskState, { ledger }: StatusFacts) {
  const entries = ledger.entries.slice(0, ledger.entries.indexOf(entry));
  return promisedDays({ ...ledger, entries }).get(task.step)?.[1] ?? task.baselineDueDate;
}
