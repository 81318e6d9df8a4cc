import { civilToday } from "../calendar/index.ts";
import type { ProcessDefinition } from "../definition/index.ts";
import { workCalendarOf } from "../holidays/index.ts";
import { joinMarkdown, type Markdown, md, type RetrospectiveFacts, shortDate, text } from "../text/index.ts";
import { collectedValues } from "./collect/index.ts";
import { firstThatFits } from "./first-that-fits.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { writeStatusMarker } from "./ledger/status-marker.ts";
import type { ObservedRun } from "./observed/observed-run.ts";
import type { BegunAlike } from "./other-runs/begun-alike.ts";
import { withNames } from "./people/with-names.ts";
import { deviationsOf } from "./record/deviations.ts";
import { retrospectiveFacts } from "./record/retrospective-facts.ts";
import type { RunHandbook } from "./run-handbook.ts";
import { saidWith } from "./said.ts";
import { inputDifferences } from "./start/input-differences.ts";
import { endOfState } from "./state/end-of-run.ts";
import { runTimeline } from "./state/run-timeline.ts";
import { stepCounts } from "./state/step-counts.ts";
import { isOver, type RunState, type TaskState } from "./state/task-state.ts";
import { outsideOf, spokenFor } from "./state/turn-of.ts";
import { continuation } from "./status-continuation.ts";
import { statusTable } from "./status-table.ts";

/** A status comment: words for people, and below them the ledger, or null when there is none yet. */
export function statusComment(words: Markdown, ledger: Ledger | null): string {
  return `${words.text}\n\n${writeStatusMarker(ledger)}`;
}

/** What the status comment of a run is written from. */
export interface StatusFacts {
  readonly ledger: Ledger;
  readonly state: RunState;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly observed: ObservedRun;
  readonly now: string;
  /** Another run with the same process and the same anchor date, of which nobody was told before this one began; absent where none is known. */
  readonly alike?: BegunAlike | undefined;
  /** The text that the run followed until this very look, where it is moved to a newer one by it. */
  readonly earlier?: Pick<StatusFacts, "definition" | "handbook"> | undefined;
}

/** What a run's status is told in: one comment, and a second one for what has no room in it. */
export interface StatusTexts {
  readonly main: string;
  /** Nothing when the first comment says it all. */
  readonly more: string | undefined;
}

/** What the first comment leaves out, more and more of it. */
interface Layout {
  readonly timeline: boolean;
  readonly deviations: boolean;
  readonly rows: "all" | "open" | "none";
  readonly turns: boolean;
  /** So many departures of one cause at most are told in the retrospective. */
  readonly causeLines: number;
}

/** Tried in order until one fits. The timeline goes first, since the table says the same. */
const layouts: readonly Layout[] = [
  { timeline: true, deviations: true, rows: "all", turns: true, causeLines: 1000 },
  { timeline: false, deviations: true, rows: "all", turns: true, causeLines: 1000 },
  { timeline: false, deviations: true, rows: "all", turns: true, causeLines: 20 },
  { timeline: false, deviations: true, rows: "all", turns: true, causeLines: 0 },
  { timeline: false, deviations: false, rows: "all", turns: true, causeLines: 20 },
  { timeline: false, deviations: false, rows: "open", turns: true, causeLines: 5 },
  { timeline: false, deviations: false, rows: "none", turns: true, causeLines: 0 },
  { timeline: false, deviations: false, rows: "none", turns: false, causeLines: 0 },
];

/** The status of a run that has begun. */
export function runningStatus(facts: StatusFacts): StatusTexts {
  const told = hasRetrospective(facts) ? retrospectiveFacts(facts) : undefined;
  const written = layouts.map((layout) => () => ({ layout, main: mainStatus(facts, layout, told) }));
  const { layout, main } = firstThatFits(written, ({ main }) => main);
  return { main, more: layout.deviations ? undefined : moreStatus(facts, layout.rows) };
}

/**
 * A run that was completed tells how it went; one that was cancelled does not. Where an earlier version has told it in a comment of
 * its own, that stands as long as nothing was done since.
 */
function hasRetrospective({ state, observed }: StatusFacts): boolean {
  if (state.outcome !== "completed") return false;
  const toldAt = saidWith("retrospective", observed.run)?.createdAt;
  return toldAt === undefined || state.tasks.some(({ endedAt = "" }) => endedAt > toldAt);
}

function mainStatus(facts: StatusFacts, layout: Layout, told: RetrospectiveFacts | undefined): string {
  const { state, definition, ledger } = facts;
  const kept = state.tasks.filter((task) => !task.isLeftOut);
  const heading = {
    running: text.status.heading(definition.title, stepCounts(kept)),
    completed: text.status.completed(definition.title, told !== undefined),
    cancelled: text.status.cancelled(definition.title),
  }[state.outcome];
  const ready = state.outcome === "running" ? kept.filter((task) => task.status === "ready") : [];
  const turn = (task: TaskState) => turnFacts(task, facts);
  const isRun = ({ kind }: TaskState) => kind === "process";
  const { timeZone } = facts.handbook.handbook.config;
  const table = statusTable(
    state.tasks.filter((task) => layout.rows === "all" || (layout.rows === "open" && !isOver(task))),
    facts,
  );
  const parts = [
    heading,
    layout.turns ? text.status.next(ready.filter((task) => !isRun(task)).map(turn)) : md``,
    text.status.asks(
      state.outcome === "running"
        ? kept.flatMap((task) =>
            task.question === undefined ? [] : [{ ...turn(task), question: task.question.label }],
          )
        : [],
    ),
    layout.turns ? text.status.underWay(ready.filter(isRun).map(turn)) : md``,
    text.status.waitsFor(
      state.outcome === "running" ? state.waitsFor.filter((blocker) => blocker.state === "open") : [],
    ),
    text.siblings.inStatus(state.outcome === "running" ? waitingBeside(kept) : []),
    state.outcome === "running" ? anchorLine(facts) : told ? md`` : endLine(facts),
    text.status.unassignable(unassignable(facts)),
    text.status.inputsChanged(inputDifferences(facts)),
    told ? text.retrospective.whole(told, layout.causeLines) : md``,
    told ? text.status.folded(table) : table,
    layout.turns && !told ? text.status.entered(enteredIn(state)) : md``,
    layout.timeline ? text.status.gantt(runTimeline(definition.title, state, timeZone)) : md``,
    layout.deviations ? text.status.deviations(deviationsOf(facts)) : text.status.goesOnBelow,
    footer(facts),
  ];
  return statusComment(withNames(joinMarkdown(parts, "\n\n"), facts.handbook), ledger);
}

/** So many departures at most, the newest ones; fewer until they fit. */
const mostDeviations: readonly number[] = [1000, 200, 100, 50, 20, 5];

/** What the first comment has no room for. */
function moreStatus(facts: StatusFacts, shown: Layout["rows"]): string {
  const left = facts.state.tasks.filter((task) => shown === "none" || (shown === "open" && isOver(task)));
  const lines = deviationsOf(facts);
  const written = mostDeviations.map((most) => () => {
    const parts = [
      text.status.moreHeading(facts.definition.title),
      statusTable(left, facts),
      text.status.deviations(lines.slice(-most)),
      text.status.earlierDeviations(Math.max(0, lines.length - most)),
    ];
    return continuation(withNames(joinMarkdown(parts, "\n\n"), facts.handbook));
  });
  return firstThatFits(written, (body) => body);
}

/** So many of the values that were entered are told; the issues of their steps have them all. */
const mostValues = 40;

function enteredIn({ tasks }: RunState) {
  return tasks
    .flatMap((task) => collectedValues(task).map((value) => ({ ...value, title: task.title })))
    .slice(0, mostValues);
}

function turnFacts(task: TaskState, { handbook }: StatusFacts) {
  const { title, issue, awaited, dueDate } = task;
  const has = { people: awaited, outside: outsideOf({ task, handbook }), spokenFor: spokenFor(task) };
  return { title, issue: issue?.number, ...has, dueDate };
}

/** The steps that are not over and wait for steps of runs beside this one. */
function waitingBeside(tasks: readonly TaskState[]) {
  return tasks.flatMap((task) =>
    task.siblings === undefined || isOver(task) ? [] : [{ title: task.title, siblings: task.siblings }],
  );
}

function endLine({ state, handbook }: StatusFacts): Markdown {
  const ends = state.tasks.flatMap((task) => task.endedAt ?? []).sort();
  const last = ends.at(-1);
  if (state.outcome !== "completed" || last === undefined) return md``;
  return text.status.finishedOn(civilToday(last, handbook.handbook.config.timeZone));
}

/** The anchor date, and how what was promised stands to what is expected. */
function anchorLine({ state, definition, handbook }: StatusFacts): Markdown {
  const end = endOfState(state, definition, workCalendarOf(handbook.handbook.config));
  const anchor = { name: definition.anchor, date: state.anchorDate, isStart: definition.startsAtAnchor };
  return text.status.anchor(anchor, end);
}

function unassignable({ state, observed }: StatusFacts): string[] {
  const open = state.tasks.filter((task) => !isOver(task)).flatMap((task) => task.people);
  return [...new Set(open)].filter(
    (login) => observed.people.isAssignable.get(login.toLowerCase()) === false,
  );
}

function footer({ ledger, definition, handbook, observed, state }: StatusFacts): Markdown {
  const { site, publish } = handbook.handbook.config;
  return text.status.footer({
    process: definition.title,
    handbookUrl: `${observed.repository.url}/blob/${ledger.revision}/${handbook.root}/${definition.path}`,
    runUrl:
      site !== undefined && publish.runs
        ? `${site.replace(/\/$/, "")}/runs/${observed.run.number}/`
        : undefined,
    revision: ledger.revision,
    isMoved: ledger.entries.some(({ kind }) => kind === "upgraded"),
    // Nobody looks at a run every day that is over.
    checkedOn: state.outcome === "running" ? shortDate(ledger.checkedOn) : undefined,
  });
}
