import type { CivilDate } from "../calendar/index.ts";
import type { StepKind } from "../definition/index.ts";
import { longDate } from "./format-date.ts";
import { count } from "./plural.ts";

/** Texts of the handbook site. Arguments are plain text: escaping belongs to whoever prints them. */

/** What the kinds of steps are called. */
export const kinds: Readonly<Record<StepKind, string>> = {
  task: "Task",
  approval: "Approval",
  decision: "Decision",
  checkpoint: "Checkpoint",
  process: "Other process",
};

/** The parts of every page. */
export const page = {
  home: "Home",
  skip: "Skip to the text",
  search: "Search",
  menu: "Menu",
  theme: { label: "Colours", light: "Light", dark: "Dark", auto: "As my device" },
  onThisPage: "On this page",
  areas: "Areas",
  roles: "Roles",
  more: "More",
  allOf: (area: string, total: number) => `All ${total} in ${area}`,
  notFoundTitle: "This page is not here",
  notFoundText:
    "The address may be old, or a process may have been renamed. Search for it, or start again from the home page.",
  guide: "Guide",
  howToRead: "How to read this handbook",
  howToChange: "Propose a change",
  madeFrom: (revision: string) => `Made from revision ${revision}.`,
  madeOn: (date: CivilDate) => `As of ${longDate(date)}.`,
};

/** The search dialog. */
export const search = {
  open: "Search the handbook",
  placeholder: "What do you want to do?",
  hint: "A process, a step, a role, a tool …",
  close: "Close",
  none: (words: string) =>
    `Nothing found for “${words}”. Try a shorter word, or another one for the same thing.`,
  found: (total: number) => count(total, "result"),
  step: "Step",
  area: "Area",
  role: "Role",
  anyArea: "All areas",
  anyRole: "All roles",
  failed: "The search could not be loaded. Please reload the page.",
  keys: "↑ ↓ to choose, Enter to open, Esc to close",
};

/** The home page. */
export const home = {
  lead: "How we work, step by step: who does what, by when, and who comes next.",
  running: "Running now",
  changed: "Changed lately",
  firstWeek: [
    { text: "How to read this handbook", path: "guide/reading/" },
    { text: "Find your role", path: "roles/" },
    { text: "Look up a word", path: "glossary/" },
  ],
  roles: "I am a …",
  rolesHint: "Choose your role and see everything you do, in every process.",
  areas: "By area",
  processes: (total: number) => count(total, "process", "processes"),
  newHere: "New here?",
  newHereText: "Three short readings that make the rest easy.",
};

/** The process page. */
export const processPage = {
  atAGlance: "At a glance",
  inform: "Whom must I inform?",
  takesPart: "Who takes part?",
  input: "Whose input do I need?",
  departments: "Do I need another department?",
  lastTime: "How long did it take last time?",
  nobody: "Nobody",
  noOtherDepartment: (own: string | undefined) => (own ? `No, ${own} does it alone` : "No"),
  noRunYet: (businessDays: number) => `Not run yet. The plan takes ${count(businessDays, "business day")}.`,
  lastRun: (days: number, planned: number, late: number) =>
    `${count(days, "business day")}, ${planned} planned; ${late === 0 ? "every step on time" : `${count(late, "step")} late`}`,
  facts: "Facts",
  revision: "Last changed",
  changedBy: (date: string, author: string) => `${date} by ${author}`,
  propose: "Propose a change",
  proposeHelp: "How that works",
  print: "Print",
  copyMarkdown: "Copy as Markdown",
  copyMermaid: "Copy as Mermaid",
  copied: "Copied",
  notCopied: "Copying did not work here",
  zoomIn: "Larger",
  zoomOut: "Smaller",
  zoomFit: "Fit",
  raci: "Who is what",
  raciHeads: {
    step: "Step",
    responsible: "Does it",
    accountable: "Answers for it",
    consulted: "Is asked",
    informed: "Is told",
  },
  related: "Belongs together",
  children: "Runs inside this one",
  parents: "This one runs inside",
  neighbours: "Same roles",
  history: "Changes to this page",
  allChanges: "All changes on GitHub",
  noHistory: "No changes are recorded yet.",
  owner: "Owner",
  trigger: "Starts when",
  outcome: "Ends with",
  leadTime: "Lead time",
  effort: "Effort",
  anchor: "Dates count from",
  repeats: "Repeats",
  review: "Reviewed every",
  tools: "Tools",
  businessDays: (days: number) => count(days, "business day"),
  flow: "The flow",
  flowHint: "Choose a step to read it.",
  steps: "The steps",
  start: "Start this process",
  startHint: (anchor: string, date: CivilDate) =>
    `The earliest ${anchor.toLowerCase()} that leaves time for every step is ${longDate(date)}.`,
  noRepository: "To start processes from here, name a repository in handbook.yml.",
  pager: "More of this area",
  before: "Before",
  after: "Next",
  introduction: "About this process",
  diagramIn: (title: string) => `Diagram in “${title}”`,
};

/** A step on a process page. */
export const step = {
  number: (number: number) => `Step ${number}`,
  due: "Due",
  duration: "Takes",
  effort: "Effort",
  respond: "First reaction within",
  who: "Who",
  approvers: (policy: "all" | "any", several: boolean) =>
    several ? (policy === "all" ? "Approved by all of" : "Approved by any of") : "Approved by",
  accountable: "Accountable",
  waitsFor: "Waits for",
  waitsForNobody: "Nothing: can begin at once",
  releases: "Then",
  releasesNothing: "The end",
  needs: "Needs",
  from: "from",
  leaves: "Leaves",
  forStep: "for",
  tools: "With",
  consulted: "Ask first",
  informed: "Tell afterwards",
  judges: "Judges",
  options: "Outcomes",
  child: "Runs the process",
  onlyIf: "Only if",
  optional: "May be skipped",
  link: (title: string) => `Link to “${title}”`,
};

/** Dates and lengths in words. */
export const length = {
  before: (amount: string, anchor: string) => `${amount} before the ${anchor.toLowerCase()}`,
  after: (amount: string, anchor: string) => `${amount} after the ${anchor.toLowerCase()}`,
  onDay: (anchor: string) => `On the ${anchor.toLowerCase()}`,
  units: {
    m: (amount: number) => count(amount, "minute"),
    h: (amount: number) => count(amount, "hour"),
    d: (amount: number) => count(amount, "day"),
    bd: (amount: number) => count(amount, "business day"),
    w: (amount: number) => count(amount, "week"),
    mo: (amount: number) => count(amount, "month"),
    y: (amount: number) => count(amount, "year"),
  },
};

/** The flow diagram. */
export const flow = {
  title: (title: string) => `Flow of “${title}”`,
  description: (steps: number) =>
    `${count(steps, "step")} from above to below. Each is a link to its instructions; lines lead to the steps that wait for it.`,
};

/** The page of a role. */
export const rolePage = {
  department: "Department",
  people: "People",
  noPeople: "Nobody yet",
  deputies: "When they are away",
  noDeputies: "Nobody stands in",
  noProcesses: "This role has no part in any process yet.",
  owns: "Process owner",
  does: "I do",
  approves: "I approve",
  brings: "I bring something to",
  advises: "I am asked before",
  hears: "I am told after",
};

/** The table of dates, and the date planner that fills it in. */
export const dates = {
  heading: "The dates",
  intro: (anchor: string, date: CivilDate) => `For the ${anchor.toLowerCase()} ${longDate(date)}.`,
  summary: (steps: number, businessDays: number, start: CivilDate) =>
    `${count(steps, "step")} in ${count(businessDays, "business day")}; it begins on ${longDate(start)}.`,
  step: "Step",
  who: "Who",
  due: "Due",
  line: "From start to end",
  unknown: "not known yet",
  left: "Not needed",
  warnings: (total: number) => `${count(total, "thing")} to know before you start`,
  noWarnings: "Nothing stands in the way of these dates.",
  earliest: (date: CivilDate) => `Take ${longDate(date)}, the earliest date that works`,
  startWith: "Start with this date",
  ics: "Calendar file (.ics)",
  csv: "Table (.csv)",
  failed: "The dates could not be worked out here. They are still right for the date they were made for.",
};

/** Runs in lists. */
export const runs = {
  heading: "Past runs",
  title: "Run",
  anchor: "Date",
  outcome: "State",
  took: "Took",
  late: "Late steps",
  progress: "Steps done",
  outcomes: { running: "Running", completed: "Completed", cancelled: "Cancelled" } as const,
  none: "Nobody has run this process yet. The first run will stand here.",
};

/** The calendar of running steps. */
export const calendar = {
  title: "Calendar",
  lead: (total: number) => `${count(total, "open step")} in everything that runs.`,
  byWeek: "By week",
  byPerson: "By person",
  late: "Late",
  week: (from: string, to: string) => `${from} to ${to}`,
  ready: "can begin",
  waiting: "waits",
  overdue: "late",
  due: "Due",
  step: "Step",
  run: "Run",
  who: "Who",
};

/** The dashboard. */
export const dashboard = {
  title: "Dashboard",
  lead: "What runs, what is late, and how long things take.",
  running: "Running now",
  noneRunning: "Nothing is running at the moment.",
  runningCount: "Running",
  completedCount: "Completed",
  lateCount: "Late steps now",
  onTime: "Steps on time",
  slowest: "Steps that tend to be late",
  noneSlow: "No step has been late so far.",
  processes: "Planned and actual",
  process: "Process",
  runs: "Runs",
  planned: "Planned",
  actual: "Actual",
  slip: "Late by",
  lateRuns: "Late",
  of: (part: number, whole: number) => `${part} of ${whole}`,
  days: (days: number) => count(days, "day"),
  percent: (share: number) => `${Math.round(share * 100)} %`,
  sweep: (instant: string) =>
    `The bot last looked at every run on ${longDate(instant.slice(0, 10) as CivilDate)}. It does so at least once a day; an older date means that it is not running.`,
  chart: "Planned and actual business days of each process",
};

/** What stands where runs would be while there are none. */
export const noRuns = {
  heading: "Nothing has run yet",
  text: "As soon as somebody starts a process, its steps stand here: who is on, what is due, what is late.",
  how: "Open a process and choose “Start this process”. One minute later everybody has their steps, with dates.",
  open: "See all processes",
};

/** Lists of everything. */
export const lists = {
  index: "A to Z",
  indexLead: (total: number) => `All ${count(total, "process", "processes")}, by name.`,
  tools: "Tools",
  toolsLead: "Which tool is used where.",
  noTools: "No process names a tool yet.",
  throughout: "throughout",
  glossary: "Glossary",
  glossaryLead: "The words this handbook uses, and what it means by them.",
  roles: "Roles",
  rolesLead: "Who does what. Choose a role to see all of its work.",
};

/** The pages about problems the checker finds. */
export const problems = {
  title: "Problems",
  lead: "What the checker may find in a process, why it matters, and how to mend it.",
  why: "Why it matters",
  wrong: "This is found",
  right: "This is fine",
  severities: {
    error: "Error: the process cannot be used until it is mended.",
    warning: "Warning: the process works, but probably not as meant.",
    advice: "Advice: it would be better otherwise.",
  } as const,
  names: { error: "Error", warning: "Warning", advice: "Advice" } as const,
};

/** The reference of every key. */
export const reference = {
  title: "Reference",
  lead: "Every key of every file, as the checker reads it.",
  required: "required",
  tables: {
    process: "A process",
    step: "A step",
    input: "An input of a step",
    ask: "A question of the start form",
    role: "A role, in roles.yml",
    handbook: "The handbook, in handbook.yml",
    calendar: "calendar, in handbook.yml",
  } as const,
  key: "Key",
  meaning: "Meaning",
  expected: "What may stand there",
};

/** Files for programs. */
export const machine = {
  feedTitle: (handbook: string) => `${handbook}: changes`,
  feedDescription: "Every change of a process, newest first.",
};

/** How often something repeats. */
export const repeats = {
  units: { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" },
  days: {
    MO: "Monday",
    TU: "Tuesday",
    WE: "Wednesday",
    TH: "Thursday",
    FR: "Friday",
    SA: "Saturday",
    SU: "Sunday",
  },
  ordinals: { "1": "the first", "2": "the second", "3": "the third", "4": "the fourth", "-1": "the last" },
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  every: (interval: number, unit: string) =>
    interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`,
  on: (days: string) => `on ${days}`,
  onDay: (days: string) => `on ${days}`,
  monthDay: (day: number) => (day === -1 ? "the last day" : `day ${day}`),
  in: (months: string) => `in ${months}`,
};
