import { civilToday, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import { type SlippingStep, text } from "../../text/index.ts";
import type { ObservedComment } from "../observed/observed-run.ts";
import { toldOfRun } from "../people/told-of-run.ts";
import { hasSaid, saidKeyOf, sayOnce } from "../said.ts";
import { endOfState } from "../state/end-of-run.ts";
import { isBusinessTime, isNotAfter, momentFrameOf } from "../state/moments.ts";
import { isSlipOutdated } from "../state/slip-of-child.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import { outsideOf } from "../state/turn-of.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import { type ChildMove, childMoves, childWords } from "./child-words.ts";
import type { Message } from "./messages.ts";

/**
 * What whoever started a run hears of it, on a business day: each time its date becomes at risk, that the date has passed, and
 * when a run inside it ends late, is moved to a later day, or is cancelled by somebody else. Without a starter, whoever answers for the process hears.
 */
export function startersWord(facts: StatusFacts): Message[] {
  if (facts.state.outcome !== "running" || !isBusinessTime(facts.now, momentFrameOf(facts))) return [];
  const told = toldOfRun(facts);
  if (told === undefined || isOutlookOutdated(facts)) return [];
  const date = dateWord(told, facts);
  // What has moved is told as what puts the date at risk, where it does.
  const isSaidNow = date.some(({ key }) => !hasSaid(key, facts.observed.run));
  return [...date, ...childWords(told, facts, isSaidNow ? [] : untoldMoves(told, facts))];
}

/** Whether it is not known yet how a run inside the run stands today: it is looked at on the same day, and the run once more after it. */
function isOutlookOutdated({ state }: StatusFacts): boolean {
  return state.tasks.some((task) => !isOver(task) && isSlipOutdated(task.issue, state.today));
}

/** The moves of runs inside the run that no word about its date has told, nor one of their own. */
function untoldMoves(told: string, facts: StatusFacts): ChildMove[] {
  const { observed } = facts;
  const words = observed.run.comments.filter(
    (comment) => comment.isOurs && /^(?:was )?at risk |^passed /.test(saidKeyOf(comment) ?? ""),
  );
  return childMoves(told, facts).filter(
    ({ key, at }) => !hasSaid(key, observed.run) && !words.some(({ createdAt }) => isNotAfter(at, createdAt)),
  );
}

/** The word that the date is at risk, once it is not any more, says so: what is said when it is at risk again is then another. */
export function riskIsOver(facts: StatusFacts): Change[] {
  const { observed, state } = facts;
  if (state.outcome !== "running" || isOutlookOutdated(facts) || slipping(facts).length > 0) return [];
  const prefix = `at risk ${state.anchorDate} `;
  return observed.run.comments
    .filter((comment) => comment.isOurs && saidKeyOf(comment)?.startsWith(prefix))
    .map((comment): Change => {
      const key = `was ${saidKeyOf(comment)}`;
      return {
        kind: "edit-comment",
        comment: comment.id,
        body: sayOnce(key, text.dateAtRisk.isOver(wordsIn(comment), state.today)),
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
  const moves = untoldMoves(told, facts);
  // Whoever has just started it has seen its dates, and what is wrong with them: only what has moved since is new to them.
  const isStartDay = civilToday(ledger.startedAt ?? facts.now, timeZone) === state.today;
  if (steps.length === 0 || (isStartDay && moves.length === 0)) return [];
  const hasPassed = !definition.startsAtAnchor && state.anchorDate < state.today;
  const keys = observed.run.comments.flatMap((comment) => (comment.isOurs ? (saidKeyOf(comment) ?? []) : []));
  const earlier = keys.filter((key) => key.startsWith(`was at risk ${state.anchorDate} `)).length;
  const key = hasPassed ? `passed ${state.anchorDate}` : `at risk ${state.anchorDate} ${earlier + 1}`;
  const words = text.dateAtRisk.warning({
    told,
    anchor: definition.anchor,
    date: definition.startsAtAnchor ? undefined : state.anchorDate,
    hasPassed,
    slipping: steps.map((task) => lineOf(task, facts)),
    causes: causesOf(facts).map((task) => lineOf(task, facts)),
    moves,
    moveTo: moveTo(steps, facts),
  });
  return [{ issue: observed.run, key, words }];
}

/** What is expected after the anchor date though it was promised by then, the latest first; of a run that begins with that date, after its end. Empty while the date holds. */
function slipping(facts: StatusFacts): TaskState[] {
  const { state, definition } = facts;
  const end = endOfState(state, definition, momentFrameOf(facts).calendar);
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

function lineOf(task: TaskState, { handbook }: StatusFacts): SlippingStep {
  const { title, issue, awaited, dueDate, expectedDate, kind } = task;
  const outside = outsideOf({ task, handbook });
  const isRun = kind === "process";
  return {
    title,
    issue: issue?.number,
    people: awaited,
    outside,
    promised: dueDate,
    expected: expectedDate,
    isRun,
  };
}
