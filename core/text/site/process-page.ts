import type { CivilDate } from "../../calendar/index.ts";
import type { ApprovalPolicy, CollectType, StepKind } from "../../definition/index.ts";
import { collect } from "../collect.ts";
import { dayAndMonth, longDate, shortDate } from "../format-date.ts";
import { count, listInWords } from "../plural.ts";

/** What the kinds of steps are called. */
export const kinds: Readonly<Record<StepKind, string>> = {
  task: "Task",
  approval: "Approval",
  decision: "Decision",
  checkpoint: "Checkpoint",
  process: "Other process",
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
  /** Where it is not told whether it has been run. */
  planTakes: (businessDays: number) => `The plan takes ${count(businessDays, "business day")}.`,
  noRunYet: (businessDays: number) => `Not run yet. The plan takes ${count(businessDays, "business day")}.`,
  lastRun: (
    days: number,
    planned: number,
    late: number,
    all?: { readonly value?: number | undefined; readonly n: number },
  ) => {
    const last = `${count(days, "business day")}, ${planned} planned; ${late === 0 ? "every step on time" : `${count(late, "step")} late`}`;
    return all?.value === undefined || all.n < 2
      ? last
      : `${last}. The middle one of ${all.n} runs took ${all.value}.`;
  },
  facts: "Facts",
  revision: "Last changed",
  /** `author` is absent where it is not told who it was. */
  changedBy: (date: string, author: string | undefined) => (author ? `${date} by ${author}` : date),
  changedSince: ", and since then without a commit",
  revisionIs: (revision: string) => `revision ${revision}`,
  propose: "Propose a change",
  /** Behind each step, where scripts run. */
  proposeStep: "This step is wrong",
  proposals: "Proposed, and not decided yet:",
  proposalNumber: (number: number) => `Proposal ${number}`,
  agreed: (people: readonly string[]) => `agreed to by ${listInWords(people)}`,
  edit: "Edit the text",
  print: "Print",
  copyMarkdown: "Copy as Markdown",
  copyMermaid: "Copy as Mermaid",
  copied: "Copied",
  notCopied: "Copying did not work here",
  zoomIn: "Larger",
  zoomOut: "Smaller",
  zoomFit: "Fit",
  zoomWhole: "Whole screen",
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
  moreChanges: (total: number) => `and ${total} more`,
  allChanges: "All changes on GitHub",
  /** Before the changes that git knows: the text in the folder is another one by now. */
  notCommitted: { when: "Since then", what: "Changed in the folder, and not committed yet" },
  noHistory: "No changes are recorded yet.",
  owner: "Owner",
  trigger: "Starts when",
  outcome: "Ends with",
  leadTime: "Lead time",
  effort: "Effort",
  anchor: "Dates count from",
  repeats: "Repeats",
  review: "Reviewed every",
  reviewed: (every: string, confirmedOn: string | undefined) =>
    confirmedOn === undefined ? every : `${every}; found still right on ${confirmedOn}`,
  tools: "Tools",
  businessDays: (days: number) => count(days, "business day"),
  flow: "The flow",
  flowHint: "Choose a step to read it.",
  steps: "The steps",
  start: "Start this process",
  startHint: (anchor: string, date: CivilDate) =>
    `The earliest ${anchor.toLowerCase()} that leaves time for every step is ${longDate(date)}.`,
  /** Beside the date of a start where something is to be known about it. */
  startWarns: ([first = "", ...others]: readonly string[]) =>
    others.length === 0 ? first : `${first} And ${others.length} more, below with the dates.`,
  noRepository: "To start processes from here, name a repository in handbook.yml.",
  pager: "More of this area",
  before: "Before",
  after: "Next",
  introduction: "About this process",
  diagramIn: (title: string) => `Diagram in “${title}”`,
};

/** A step on a process page. */
export const step = {
  /** On a phone, what unfolds the rest of a step. */
  how: "Details",
  number: (number: number) => `Step ${number}`,
  due: "Due",
  duration: "Takes",
  effort: "Effort",
  respond: "First reaction within",
  who: "Who",
  approvers: (policy: ApprovalPolicy, several: boolean) =>
    several
      ? `Approved by ${policy === "all" || policy === "any" ? policy : String(policy)} of`
      : "Approved by",
  accountable: "Accountable",
  waitsFor: "Waits for",
  /** A step of another process that is started by the same one; it is waited for only in a run of that. */
  beside: (title: string, process: string) => `${title} (${process}, where both are started together)`,
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
  /** Whose questions of the start form name who takes it. */
  namedAtStart: (questions: readonly string[]) =>
    `named at the start (${questions.map((question) => `“${question}”`).join(", ")})`,
  collects: "Entered when it is done",
  /** A value that is entered, with its type and choices. */
  collected: (label: string, type: CollectType, options: readonly string[], isRequired: boolean) => {
    const kind = options.length > 0 ? options.join(" or ") : type === "text" ? "" : collect.typeNames[type];
    const about = [kind, isRequired ? "" : "optional"].filter((part) => part !== "");
    return about.length === 0 ? label : `${label} (${about.join(", ")})`;
  },
  child: "Runs the process",
  onlyIf: "Only if",
  optional: "May be skipped",
  strict: "Only in its turn",
  forEach: (list: string) => `Once for each of “${list}”`,
  /** Stands in the heading of the step, which says which. */
  link: "Link to this step",
};

/** The flow diagram. */
export const flow = {
  title: (title: string) => `Flow of “${title}”`,
  description: (steps: number) =>
    `${count(steps, "step")} from above to below. Each is a link to its instructions; lines lead to the steps that wait for it.`,
};

/** The table of dates, and the date planner that fills it in. */
export const dates = {
  insteadOf: (day: CivilDate) => `since ${dayAndMonth(day)} is a day off`,
  heading: "The dates",
  intro: (anchor: string, date: CivilDate) => `For the ${anchor.toLowerCase()} ${longDate(date)}.`,
  /** `today` where work has to begin at once, though it might have begun before; `missed` where a date is past already. */
  summary: (steps: number, businessDays: number, start: CivilDate, begins: "later" | "today" | "missed") => {
    const when = {
      later: `it begins on ${longDate(start)}`,
      today: `it begins today, ${longDate(start)}`,
      missed: `it should have begun on ${longDate(start)}`,
    }[begins];
    return `${count(steps, "step")} in ${count(businessDays, "business day")}; ${when}.`;
  },
  step: "Step, and who does it",
  stepOnly: "Step",
  due: "Due",
  axis: (anchor: string) => `Days from the ${anchor.toLowerCase()}`,
  unknown: "not known yet",
  left: "Not needed",
  listHint: "One a line",
  critical:
    "Where a bar is dark, there is no time to spare: a day lost there is lost for a date after it, or at the end.",
  warnings: (total: number) => `${count(total, "thing")} to know before you start`,
  noWarnings: "Nothing stands in the way of these dates.",
  earliest: (date: CivilDate) => `Take ${longDate(date)}, the earliest date that works`,
  nearBefore: (date: CivilDate) => `Take ${longDate(date)}, the nearest good date before`,
  nearAfter: (date: CivilDate) => `Take ${longDate(date)}, the nearest good date after`,
  /** Where there is no room for why. */
  take: (date: CivilDate) => `Take ${shortDate(date)}`,
  /** The steps of a process that a step starts, folded below it. */
  inside: (total: number) => `${count(total, "step")} inside`,
  startWith: "Start with this date",
  ics: "Calendar file (.ics)",
  csv: "Table (.csv)",
  failed: "The dates could not be worked out here. They are still right for the date they were made for.",
};

/** The page of a role. */
export const rolePage = {
  department: "Department",
  people: "People",
  noPeople: "Nobody yet",
  deputies: "Who stands in",
  noDeputies: "Nobody stands in",
  away: (when: string) => `away ${when}`,
  when: "When",
  step: "Step",
  gets: "I get",
  next: "Next",
  noProcesses: "This role has no part in any process yet.",
  owns: "Process owner",
  does: "I do",
  answersFor: "I answer for",
  approves: "I approve",
  brings: "I bring something to",
  advises: "I am asked before",
  hears: "I am told after",
  delivers: "I deliver",
  bringsWhat: "I bring",
  /** When a step without a date of its own is due: so long after those it waits for, or after the run begins. */
  within: (businessDays: number, waitsFor: string) =>
    `Within ${count(businessDays, "business day")} of ${waitsFor === "" ? "the start" : waitsFor}`,
};
