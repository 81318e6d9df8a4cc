import type { CivilDate } from "../../calendar/index.ts";
import { dayAndMonth, longDate } from "../format-date.ts";
import { count } from "../plural.ts";

/** Runs in lists. */
export const runs = {
  ofGroup: (total: number) => count(total, "run"),
  heading: "Past runs",
  title: "Run",
  anchor: "Date",
  outcome: "State",
  took: "Took",
  moreRuns: (total: number) => count(total, "more run"),
  /** How long a run took; one that still goes on has taken that long so far. */
  length: (days: number | undefined, outcome: "running" | "completed" | "cancelled") =>
    `${count(days ?? 0, "business day")}${outcome === "running" ? " so far" : ""}`,
  late: "Were late",
  lateNow: "Late now",
  progress: "Steps done",
  lateCount: (total: number) => `${count(total, "step")} late`,
  /** Beside the date of a run whose steps will not all be over in time; `isEnd` where the date is the one it began with. */
  expected: (date: CivilDate, isEnd: boolean) => `${isEnd ? "end " : ""}expected ${dayAndMonth(date)}`,
  expectedNote: "When all that is due by the promised date is over, if everybody works on from today.",
  notApproved: (titles: readonly string[]) => `Not approved: ${titles.join(", ")}`,
  forDate: (date: string) => `for ${date}`,
  all: "What is due, week by week",
  outcomes: { running: "Running", completed: "Completed", cancelled: "Cancelled" } as const,
  none: "Nobody has run this process yet. The first run will stand here.",
};

/** The page of a process about its past runs. */
export const pastRuns = {
  title: (process: string) => `${process}: what past runs say`,
  link: "What past runs say",
  lead: (runs: number) =>
    `What ${count(runs, "run")} of this process have shown. It says what happened, never why.`,
  tooFew: (runs: number, needed: number) =>
    `${count(runs, "run")} so far. From ${needed} on, this page draws how long each step really takes and says what could be otherwise; fewer would look like knowledge and be none.`,
  suggestions: "What could be otherwise",
  noSuggestions: "Nothing stands out: what is planned is about what happens.",
  nothingNew: "Nothing new stands out: what runs show was asked before, and what became of it stands below.",
  decisions: "What became of earlier suggestions",
  decidedOn: (isTaken: boolean, day: string) => `${isTaken ? "Taken up" : "Not taken up"} on ${day}, in`,
  /** On the page of the process, before the link to this page. */
  learnt: (changes: number, day: string) =>
    `${count(changes, "change")} of this text came from past runs, the last on ${day}.`,
  howDecided: "By which rules this is said",
  seenIn: "Seen in",
  replies: "What people wrote when runs were over",
  repliesHint:
    "In their own words, the newest first. It stands here until somebody has dealt with it: hides the comment on GitHub (as resolved), or merges or closes a pull request of the bot that names it.",
  moreReplies: (left: number) => `And ${left} more, on the runs below.`,
  /** Nothing where there are none. */
  olderRuns: ({ length: older }: readonly unknown[]) =>
    older === 0
      ? undefined
      : `And ${count(older, "older run")}, which ${older === 1 ? "is" : "are"} counted above and can be found on GitHub.`,
  steps: "How long each step takes",
  stepsHint:
    "Business days from the turn of a step to its end. The dark bar is what half of the runs took or less, the light one eight of ten; the mark is what its date left it. Steps that are still open count as taking longer than they have so far.",
  step: "Step",
  n: "Runs",
  given: "It had",
  half: "Half took",
  most: "Eight of ten took",
  drawing: "Drawn",
  drawn: (given: number, half: number | undefined, most: number | undefined) =>
    `It had ${count(given, "business day")}${half === undefined ? "" : `, half of the runs took ${half} or less`}${most === undefined ? "" : `, eight of ten ${most} or less`}.`,
  upTo: (value: number | undefined) => (value === undefined ? "not yet known" : `up to ${value}`),
  share: (value: number | undefined, part: number, n: number) =>
    value === undefined ? "–" : `${Math.round(value * 100)} % (${part} of ${n})`,
  middle: (value: number | undefined, n: number) =>
    value === undefined ? "–" : `${count(value, "business day")}, n = ${n}`,
  revisions: "Before and after each change of the text",
  revisionsHint: "Each row is a text that runs followed, oldest first.",
  revision: "Text as of",
  completed: "Completed",
  onTime: "On time",
  leadTime: "Took",
  planned: "Planned",
  runs: "All runs",
};

/** In place of runs, where published pages show none. */
export const runsNotPublished = {
  heading: "Runs are not shown here",
  text: "What runs stands on GitHub, for those who may see it there. These pages are published without it.",
  how: "Whoever looks after the handbook can show it here: `publish: { runs: true }` in handbook.yml.",
};

/** The calendar of running steps. */
export const calendar = {
  title: "Calendar",
  lead: (total: number) => `${count(total, "open step")} in everything that runs.`,
  chart: "The next weeks",
  chartHint:
    "A row for each person, and a mark on the day a step is due; choose one to open it. Shaded days are off. The list above says the same.",
  chartLeftOut: (total: number) =>
    `${count(total, "more person has", "more people have")} something due; look in the list.`,
  today: "today",
  away: (days: string) => `away ${days}`,
  awayKey: "away",
  later: "Later",
  byWeek: "What is due",
  thisWeek: "This week",
  filters: "Show only",
  anybody: "Everybody",
  anyRole: "All roles",
  anyProcess: "All processes",
  me: (login: string) => `Me (${login})`,
  onlyLate: "Late only",
  /** Beside the week they are due in. */
  steps: (total: number) => count(total, "step"),
  shown: (total: number) => `${count(total, "step")} shown.`,
  late: "Late",
  heldUp: "Held up: waits for a step that is late",
  week: (from: string, to: string) => `${from} to ${to}`,
  ready: "can begin",
  waiting: "waits",
  overdue: "late",
  /** Beside the promised date of a step. */
  expected: (date: CivilDate) => `expected ${dayAndMonth(date)}`,
  due: "Due",
  step: "Step, and its run",
  who: "Who",
};

/** The dashboard. */
export const dashboard = {
  title: "Dashboard",
  lead: "What runs, what is late, and how long things take.",
  awaited: "Who is waited for",
  moreAwaited: (total: number) => `${total} more who are waited for`,
  noneAwaited: "Nobody is waited for at the moment.",
  /** Stands for whom a step waits, where it is with somebody outside or with nobody. */
  nobodyOfTeam: "Nobody of the team",
  atRisk: "Which dates are at risk",
  moreAtRisk: (total: number) => `${count(total, "more run")} at risk`,
  noneAtRisk: "Every promised date is expected to hold.",
  promised: "Promised",
  expectedDate: "Expected",
  delay: "Later by",
  hangsOn: "Waits for",
  howWeDo: "How we do",
  moreProcesses: (total: number) => count(total, "more process", "more processes"),
  runCalendar: (title: string) => `Calendar of ${title}`,
  runCalendarShort: "calendar",
  name: "Who",
  turns: "Their turn",
  waits: "Longest wait",
  running: "Running now",
  noneRunning: "Nothing is running at the moment.",
  runningCount: "Running",
  completedCount: "Completed",
  lateCount: "Late steps now",
  onTime: "Steps on time",
  slowest: "Steps that tend to be late",
  noneSlow: "No step has been late so far.",
  processes: "Planned and actual",
  noneCompleted: "No run has been completed yet; the first will stand here beside its plan.",
  entered: "What it cost, and what came of it",
  enteredLead:
    "What people entered when a step was done. It says nothing about runs in which nobody entered it, so look at how many said it.",
  value: "Entered",
  perRun: "In the middle run",
  total: "All together",
  saidBy: "Said by",
  revision: (revision: string) => `revision ${revision}`,
  process: "Process",
  runs: "Runs",
  planned: "Planned",
  actual: "Actual",
  slip: "Late by",
  slipDays: "Business days late, in the middle run",
  slowestChart: "How late these steps are",
  lateRuns: "Late",
  of: (part: number, whole: number) => `${part} of ${whole}`,
  days: (days: number) => count(days, "day"),
  /** A middle value with where the middle half lies and how many it is the middle of. */
  spread: ({
    n,
    low,
    high,
  }: {
    readonly n: number;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
  }) => (n < 2 || low === undefined || high === undefined ? `n = ${n}` : `${low} to ${high}, n = ${n}`),
  slipOf: (days: number | undefined) =>
    days === undefined ? "–" : days < 0 ? `${count(-days, "day")} early` : count(days, "day"),
  percent: (share: number) => `${Math.round(share * 100)} %`,
  /** As CSS has it. */
  percentOf: (share: number | undefined) => `${Math.round((share ?? 0) * 100)}%`,
  chart: "Planned and actual business days of each process",
};

/** What stands where runs would be while there are none. */
export const noRuns = {
  heading: "Nothing has run yet",
  text: "As soon as somebody starts a process, its steps stand here: who is on, what is due, what is late.",
  how: "Open a process and choose “Start this process”. One minute later everybody has their steps, with dates.",
  open: "See all processes",
};

/** How fresh what the pages say about runs is. */
export const sweep = {
  looked: (day: CivilDate) =>
    `The bot last looked at every run on ${longDate(day)}; it does so at least once a day.`,
  silent: (day: CivilDate, days: number) =>
    `The bot has been silent for ${days < 2 ? "more than a day" : `${days} days`}: it last looked at every run on ${longDate(day)}. Reminders and overdue marks may be missing; ask whoever looks after it.`,
  never: "The bot has never looked at every run: nobody is reminded, and nothing is marked as overdue.",
  written: (day: CivilDate) => `These figures were written on ${longDate(day)}.`,
};
