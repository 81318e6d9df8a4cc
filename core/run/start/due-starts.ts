import { addCalendarDays, type CivilDate, fromEpochDay, toEpochDay } from "../../calendar/index.ts";
import {
  type Handbook,
  type ProcessDefinition,
  type ProcessId,
  settingsFor,
} from "../../definition/index.ts";
import { writeFormBody } from "../../form/index.ts";
import { planBasisOf, workCalendarOf } from "../../holidays/index.ts";
import { type RunPlan, scheduleRun } from "../../plan/index.ts";
import { joinMarkdown, ours, shortDate, text } from "../../text/index.ts";
import { writeMarker } from "../notes/index.ts";
import { presentPeople } from "../people/present-people.ts";
import { type Occurrence, occurrencesOf } from "./occurrences-of.ts";
import { isStartFor, madeOn, occurrenceKey, type StartIssue } from "./start-issue.ts";

/** A start issue that the bot is to open for a process that repeats. */
export interface ScheduledStart {
  readonly process: ProcessId;
  readonly anchorDate: CivilDate;
  readonly title: string;
  readonly body: string;
  /** Whom the issue is assigned to: whoever answers for the process and is there that day, or else the first in line. */
  readonly people: readonly string[];
}

/** So many business days before its first step begins, the start issue of a repeating process is opened. */
const noticeBusinessDays = 2;
/** How far ahead occurrences are looked for; a process that takes longer is opened that late. */
const farthestDays = 400;
/** How far back: after a longer silence of the bot, nothing is said of what was missed before. */
const latestDays = 60;
/** How far back what was started is looked up: a run by hand may have been started for a later occurrence. */
const knownDays = 90;

/**
 * The start issues that should be there on a day and are not among `issues`. The dates of `repeats` are anchor dates: each
 * start is opened in time for its first step, once, and not at all where somebody has started the process for that day.
 * When the bot was silent, a start that is late but still to come is opened, and one that is past only while all its steps are
 * still to come; those that were missed are named in the next one. A process that the bot has never started has no past.
 */
export function dueStarts(
  handbook: Handbook,
  today: CivilDate,
  issues: readonly StartIssue[],
): ScheduledStart[] {
  return [...handbook.processes.values()].flatMap((definition) =>
    startsOf(definition, handbook, today, issues),
  );
}

/** Whether a start may have to be opened that is not among the runs open now: only then is it worth asking for all others. */
export function mayHaveStarts(handbook: Handbook, today: CivilDate, open: readonly StartIssue[]): boolean {
  return [...handbook.processes.values()].some((definition) =>
    candidatesOf(definition, handbook, today, open).some((one) => !one.isStarted && !isMissed(one, today)),
  );
}

/** The day since which issues have to be known to see what was started. */
export function firstDayOfStarts(today: CivilDate): CivilDate {
  return addCalendarDays(today, -knownDays);
}

interface Candidate extends Occurrence {
  /** Whether a step of it would have been due already. */
  readonly isLate: boolean;
  readonly isStarted: boolean;
}

function startsOf(
  definition: ProcessDefinition,
  handbook: Handbook,
  today: CivilDate,
  issues: readonly StartIssue[],
): ScheduledStart[] {
  const candidates = candidatesOf(definition, handbook, today, issues);
  if (candidates.every(({ isStarted }) => isStarted)) return [];
  const since = firstStartOf(definition, handbook, issues);
  const isOfUs = ({ anchorDate, isLate }: Candidate) =>
    since === undefined ? anchorDate >= today && !isLate : anchorDate >= since;
  const lastStarted = candidates.findLast(({ isStarted }) => isStarted)?.anchorDate ?? "";
  const left = candidates.filter((one) => !one.isStarted && isOfUs(one));
  const missed = left.filter((one) => isMissed(one, today) && one.anchorDate > lastStarted);
  return left
    .filter((one) => !isMissed(one, today))
    .map((one, index) =>
      startOf(definition, one, index === 0 ? missed.map(({ anchorDate }) => anchorDate) : [], {
        handbook,
        today,
      }),
    );
}

/** The occurrences that should have been opened by now. */
function candidatesOf(
  definition: ProcessDefinition,
  shared: Handbook,
  today: CivilDate,
  issues: readonly StartIssue[],
): Candidate[] {
  if (definition.repeats === undefined) return [];
  const handbook = { ...shared, config: settingsFor(definition, shared.config) };
  const days = { from: addCalendarDays(today, -latestDays), until: addCalendarDays(today, farthestDays) };
  return occurrencesOf(definition, days, workCalendarOf(handbook.config)).flatMap((occurrence) => {
    const plan = planOf(definition, occurrence.anchorDate, today, handbook);
    if (openingDay(plan, handbook) > today) return [];
    return {
      ...occurrence,
      isLate: plan.tasks.some(({ dueDate }) => dueDate < today),
      isStarted: issues.some((issue) => isStartFor(issue, definition.id, occurrence, handbook)),
    };
  });
}

/** It is past, and a step of it would have been due already. */
function isMissed({ anchorDate, isLate }: Candidate, today: CivilDate): boolean {
  return anchorDate < today && isLate;
}

/** The day on which the bot first opened a start of a process, as far as it is known; nothing when it never did. */
function firstStartOf(
  { id }: ProcessDefinition,
  handbook: Handbook,
  issues: readonly StartIssue[],
): CivilDate | undefined {
  const own = issues.filter(({ isOurs, body }) => isOurs && isStartOfProcess(id, body));
  return own.map((issue) => madeOn(issue, handbook)).sort()[0];
}

function isStartOfProcess(id: ProcessId, body: string): boolean {
  return body.includes("<!-- handrail:repeat ") && body.includes(`\n${id}\n`);
}

function planOf(
  definition: ProcessDefinition,
  anchorDate: CivilDate,
  today: CivilDate,
  handbook: Handbook,
): RunPlan {
  const basis = planBasisOf(handbook.config, handbook);
  return scheduleRun({ ...basis, definition, anchorDate, today, answers: new Map() });
}

function openingDay({ startDate, anchorDate }: RunPlan, { config }: Handbook): CivilDate {
  const first = startDate < anchorDate ? startDate : anchorDate;
  return fromEpochDay(workCalendarOf(config).addBusinessDays(toEpochDay(first), -noticeBusinessDays));
}

function startOf(
  definition: ProcessDefinition,
  occurrence: Occurrence,
  missed: readonly CivilDate[],
  { handbook, today }: { readonly handbook: Handbook; readonly today: CivilDate },
): ScheduledStart {
  const { ruleDate, anchorDate } = occurrence;
  const words = [
    ...(ruleDate === anchorDate ? [] : [text.start.movedFrom(ruleDate, anchorDate)]),
    ...(missed.length === 0 ? [] : [text.start.missed(missed)]),
  ];
  const parts = [
    ours(writeMarker("repeat", occurrenceKey(definition.id, occurrence))),
    ...words,
    ours(writeFormBody(definition, anchorDate, new Map())),
  ];
  return {
    process: definition.id,
    anchorDate,
    title: `${definition.title}: ${shortDate(anchorDate)}`,
    body: joinMarkdown(parts, "\n\n").text,
    people: inCharge(definition, handbook, today),
  };
}

function inCharge(
  { processOwner }: ProcessDefinition,
  handbook: Handbook,
  today: CivilDate,
): readonly string[] {
  const { people = [], deputies = [] } = handbook.roles.get(processOwner) ?? {};
  const first = presentPeople([...people, ...deputies], today, { handbook })[0] ?? people[0];
  return first === undefined ? [] : [first];
}
