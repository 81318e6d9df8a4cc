import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth, longDate } from "./format-date.ts";
import { effortInWords } from "./lengths.ts";
import { type Markdown, md } from "./markdown.ts";
import { count, listInWords } from "./plural.ts";

const quote = (words: string) => `“${words}”`;
const days = (amount: number) => count(Math.abs(amount), "business day");

interface Amount {
  readonly before: number;
  readonly after: number;
}

const losses = {
  "fewer-approvers": "somebody who had to agree need no longer do so",
  "fewer-votes": "fewer have to agree",
  "may-be-skipped": "it may now be skipped without a reason",
  "only-sometimes": "it is now asked for under a condition only",
  "judges-less": "it no longer says which work it judges",
} as const;

/** What rules of weighing are about, as the guide and comments say it. */
const ruleWords = {
  "step-comes-or-goes": "A step comes or goes, or becomes one of another kind",
  "who-does-it": "Somebody else does a step, or answers for it",
  approval: "Who approves, how many must, or what they judge",
  "when-it-is-due":
    "When a step is due, how long it takes, how quickly somebody reacts, how long the whole takes",
  order: "What a step waits for",
  "when-it-applies": "The condition under which a step is done",
  outcomes: "What a step needs, what it leaves behind, and what a decision may come to",
  "child-process": "The process that a step starts",
  "may-be-skipped": "Whether a step may be skipped",
  "process-as-a-whole": "Who owns the process, when it starts by itself, and what it counts days by",
  "start-form": "The questions of the start form",
  "who-is-told": "Who is asked for advice or told afterwards",
  "help-with-it": "Checklists, tools, effort, participants, and how often the text is reviewed",
  name: "What a step is called",
  words: "Anything that says the same in other words",
} as const;

/** Sentences about what a change means. Arguments are plain text; what takes part in Markdown is given as Markdown. */
export const meaning = {
  nothing: "Nothing changes for those who work by this handbook.",
  onlyWords: "Only words change: nobody has anything else to do than before, and no date moves.",
  lessChecked: "Less is checked by others after this change",
  noFourEyes:
    "In the whole handbook, approvals may now be left out by more people, or be given by whoever started the run.",
  noOwnerApproval: "In the whole handbook, changes of a process no longer wait for whoever looks after it.",
  lost: (process: string, title: string, approvers: readonly string[]): Markdown =>
    md`**${process}**: the approval ${quote(title)} falls away${approvers.length > 0 ? `; until now ${listInWords(approvers)} had to agree` : ""}.`,
  weaker: (process: string, title: string, how: readonly (keyof typeof losses)[]): Markdown =>
    md`**${process}**: the approval ${quote(title)} asks less: ${listInWords(how.map((loss) => losses[loss]))}.`,
  fourEyes: (process: string, title: string, role: string): Markdown =>
    md`**${process}**: in ${quote(title)}, ${role} now judges what ${role} does.`,
  gained: (title: string, approvers: readonly string[]) =>
    `One more approval: ${quote(title)}, given by ${approvers.length > 0 ? listInWords(approvers) : "nobody yet"}.`,
  shifts: "Dates that move, in the example below",
  shift: (title: string, businessDays: number, before: CivilDate, after: CivilDate) =>
    `${quote(title)}: ${days(businessDays)} ${businessDays < 0 ? "earlier" : "later"} (${dayAndMonth(after)} instead of ${dayAndMonth(before)})`,
  moreShifts: (number: number) => `and ${count(number, "more date")}`,
  example: (anchor: string, date: CivilDate) =>
    `Example: a run with the ${anchor.toLowerCase()} on ${longDate(date)}`,
  /** A role that is somebody outside the team. */
  outside: (title: string) => `${title} (outside)`,
  exampleHeads: ["Step", "Who", "Due", "Until now"] as const,
  isNew: "new",
  path: (before: readonly string[], after: readonly string[]) =>
    after.length === 0
      ? "No step is without slack any more."
      : `These must not slip: ${listInWords(after.map(quote))}${before.length === 0 ? "; until now every step had slack" : `; until now ${listInWords(before.map(quote))}`}.`,
  joins: (people: readonly string[]) => `New in it: ${listInWords(people)}.`,
  leaves: (people: readonly string[]) => `No longer in it: ${listInWords(people)}.`,
  load: (role: string, steps: Amount, minutes: Amount) => {
    const parts = [
      ...(steps.before === steps.after ? [] : [`${count(steps.after, "step")} instead of ${steps.before}`]),
      ...(minutes.before === minutes.after
        ? []
        : [`${effortInWords(minutes.after)} of work instead of ${effortInWords(minutes.before)}`]),
    ];
    return `${role} has ${listInWords(parts)} in each run.`;
  },
  lostInput: (title: string, what: string) =>
    `${quote(title)} still needs ${quote(what)}, which no step leaves behind any more.`,
  weightOf: {
    material: "Read again: what people do changes",
    detail: "A detail: the same work, with other help",
    wording: "Wording only",
  },
  ruleWords,
  unreadable: (processes: readonly string[]): Markdown =>
    md`${count(processes.length, "process has", "processes have")} mistakes that must be mended first, so nothing is said of what changes there: ${listInWords(processes)}.`,
  shortened: (process: string, sentences: number): Markdown =>
    md`**${process}**: ${count(sentences, "change")}; no room to tell them here.`,
  moreProcesses: (number: number) =>
    `${count(number, "more process", "more processes")} changed; there is no room to name them here.`,
};
