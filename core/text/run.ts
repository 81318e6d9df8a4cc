import type { CivilDate } from "../calendar/index.ts";
import { commandAnswers } from "./command-answers.ts";
import { type CommandLine, commandList } from "./command-list.ts";
import { longDate, shortDate } from "./format-date.ts";
import { type ListedWarnings, listedWarnings } from "./listed-warnings.ts";
import { codeSpan, joinMarkdown, link, type Markdown, md, mention, personName } from "./markdown.ts";
import { progressOf, type StepCounts } from "./progress.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

const command = (line: string): Markdown => codeSpan(line);

/** What each command does, for `/help`. */
const commandPurpose = {
  go: "Begin, although the plan has warnings.",
  done: "Say that this step is done, with a word for whoever is next if you like.",
  approve: "You agree with the work. Only the named approvers count.",
  changes: "Send the work back, and say what should change.",
  decide: "Say which way it goes.",
  skip: "Leave this step out of this run, and say why.",
  due: "Give this step another due date, and say why. Steps that wait for it follow.",
  "hand-to": "Give this step to somebody else, and say why.",
  add: "Add a step that only this run needs, for a person and a day; `after` or `before` and a step behind the day give it its place.",
  move: "Move the date that everything counts from. All dates that are not over move with it.",
  upgrade:
    "Show what the newest text of the process would change in this run, and move the run to it after `/go`.",
  undo: "Take back your own last command here, while nothing rests on it.",
  status: "Tell where the run stands.",
  cancel: "End the run here, and say why. Open steps are closed as not planned.",
  help: "Show this list.",
} as const;

const mostSteps = 12;

/** What a change of the plan brings. */
interface ChangeWarnings extends ListedWarnings {
  /** The earliest anchor date at which nothing would be past due, where something is. */
  readonly earliest?: CivilDate | undefined;
}

function earliestLine(anchor: string, earliest: CivilDate | undefined): Markdown {
  return earliest === undefined
    ? md``
    : md`\n\nThe earliest ${anchor.toLowerCase()} at which nothing is past due: **${longDate(earliest)}** (${codeSpan(earliest)}).`;
}

/** The steps a command could be about, each by its number and its name. */
function whichStep(facts: {
  readonly name: string;
  readonly word: string;
  readonly near: string | undefined;
  readonly steps: readonly {
    readonly id: string;
    readonly issue: number | undefined;
    readonly title: string;
  }[];
  /** The command for the run as a whole that may have been meant. */
  readonly wholeRun: { readonly means: "move" | "cancel"; readonly line: string } | undefined;
}): Markdown {
  const { name, word, near, steps, wholeRun } = facts;
  const [first] = steps;
  if (first === undefined) return md`There is no open step in this run that ${command(`/${name}`)} fits.`;
  const nameOf = (step: typeof first) => (step.issue === undefined ? step.id : `#${step.issue}`);
  const none = word === "" ? md`` : md` ${codeSpan(word)} is none of them.`;
  const said = near === undefined ? md`` : md` Did you mean ${codeSpan(near)}?`;
  const whole =
    wholeRun === undefined
      ? md``
      : md` To ${wholeRun.means === "move" ? "move" : "end"} the whole run, write ${command(wholeRun.line)}.`;
  if (steps.length === 1)
    return md`Please say which step you mean: ${command(`/${name} ${nameOf(first)} …`)}, for **${first.title}**.${whole}`;
  const lines = steps
    .slice(0, mostSteps)
    .map((step) =>
      step.issue === undefined
        ? md`- ${codeSpan(step.id)}: ${step.title}`
        : md`- ${codeSpan(`#${step.issue}`)} or ${codeSpan(step.id)}: ${step.title}`,
    );
  return md`Which step do you mean?${none}${said} Please put its number or its name after the command, such as ${command(`/${name} ${near ?? nameOf(first)} …`)}, or write it on the issue of the step.${whole}\n\n${joinMarkdown(lines, "\n")}`;
}

/** What ends a step of a kind. */
function howItEnds(kind: string): Markdown {
  if (kind === "decision") return md`It takes an answer: ${command("/decide …")}.`;
  if (kind === "approval") return md`It takes ${command("/approve")}, or ${command("/changes")} and why.`;
  return md`When it is done, simply close its issue.`;
}

/** A friendly no, each with what would work. */
const refusals = {
  alreadyRunning: md`This run has already begun, so there is nothing to confirm.`,
  unknownCommand: (word: string, near: string | undefined) =>
    md`I don't know ${command(`/${word}`)}.${near === undefined ? md`` : md` Did you mean ${command(`/${near}`)}?`} ${command("/help")} lists what I understand.`,
  editedComment: md`I only follow commands in new comments, so that nobody can change afterwards what was said. Please write it once more in a new comment.`,
  onlyOnRun: (name: string, runUrl: string) =>
    md`${command(`/${name}`)} is about the whole run. Please write it ${link("on the run's own issue", runUrl)}.`,
  whichStep,
  noApproval: (title: string, kind: string) => md`**${title}** is not an approval. ${howItEnds(kind)}`,
  noDecision: (title: string, kind: string) => md`**${title}** is not a decision. ${howItEnds(kind)}`,
  notItsTurn: (title: string, waitingFor: readonly string[]) =>
    waitingFor.length > 0
      ? md`It is not time for **${title}** yet: it waits for ${wordsOf(
          waitingFor.map((other) => md`**${other}**`),
          "and",
        )}.`
      : md`It is not time for **${title}** yet.`,
  decidedAlready: (title: string, outcome: string, by: string) =>
    md`**${title}** has been decided already: **${outcome}**${by === "" ? md`` : md`, by ${personName(by)}`}. To decide anew, open its issue again first.`,
  reasonMissing: (example: string) =>
    md`Please add a few words why, so that we can learn from it later. For example: ${command(example)}`,
  dateMissing: (word: string, example: string) =>
    md`${word === "" ? md`The new date is missing.` : md`${codeSpan(word)} is not a date I can read.`} Please write year-month-day, for example: ${command(example)}`,
  whichDay: (word: string, days: readonly CivilDate[]) =>
    md`${codeSpan(word)} may be ${wordsOf(
      days.map((day) => md`${longDate(day)} (${codeSpan(day)})`),
      "or",
    )}. Please write the command once more, with the day you mean as it stands in brackets.`,
  changeWarnings: (warnings: ChangeWarnings, anchor: string) =>
    md`Please note what this brings:\n\n${listedWarnings(warnings)}${earliestLine(anchor, warnings.earliest)}`,
  changeWaits: (warnings: ChangeWarnings | undefined, anchor: string) =>
    warnings === undefined
      ? md`Nothing has changed yet. Write ${command("/go")} and I will put the new date in force.`
      : md`Please look at this first:\n\n${listedWarnings(warnings)}${earliestLine(anchor, warnings.earliest)}\n\nNothing has changed yet. Write ${command("/go")} if it is to hold all the same.`,
  dateTooFar: (date: CivilDate) =>
    md`${longDate(date)} is too far away to be meant. Please look at the year.`,
  datePast: (date: CivilDate) => md`${longDate(date)} is past. Please pick today or a later day.`,
  personMissing: (word: string, example: string) =>
    md`${word === "" ? md`The person is missing.` : md`${codeSpan(word)} is not a GitHub name.`} For example: ${command(example)}`,
  cannotBeAssigned: (login: string) =>
    md`GitHub does not let me assign ${personName(login)} here. They need access to this repository first, or the name is misspelt.`,
  runIsOver: (outcome: "completed" | "cancelled") =>
    outcome === "completed"
      ? md`This run is finished. To do something over, open the issue of that step again; the run then goes on.`
      : md`This run is cancelled. To go on with it, open its issue again.`,
  alreadyOver: (title: string) =>
    md`**${title}** is already over. Open its issue again first if more has to be done.`,
  noAnswer: (question: string, written: string, lines: readonly string[]) =>
    lines.length > 0
      ? md`**${question}**: ${written === "" ? md`nothing` : codeSpan(written)} is none of the answers. Write ${wordsOf(lines.map(codeSpan), "or")}.`
      : md`**${question}** asks for a number or a text that decides it; please write ${codeSpan("/decide")} and the answer.`,
  unknownOption: (written: string, lines: readonly string[], near: string | undefined) =>
    near !== undefined
      ? md`Did you mean ${command(near)}?`
      : md`${written === "" ? md`The answer is missing.` : md`${codeSpan(written)} is not one of the answers.`} Please write ${wordsOf(lines.map(command), "or")}.`,
  whomReplaced: (people: readonly string[], line: string) =>
    md`${namesOf(people)} decide this together, each for their own part. Please say whose part passes on: ${command(line)}.`,
  onlyOwnPart: (other: string, line: string) =>
    md`You can hand on your own part with ${command(line)}. The part of ${personName(other)} is for ${personName(other)} to hand on, or for whoever answers for this step.`,
  dayOff: (date: CivilDate, next: CivilDate) =>
    `${longDate(date)} is not a business day; the next one is ${longDate(next)}.`,
  wrongOrder: ({ word, why }: { readonly word: string; readonly why: "unknown" | "over" | "circle" }) => {
    if (why === "unknown")
      return md`${command(word)} is none of the steps here. After ${command("after")} or ${command("before")} I need the name or the issue number of one.`;
    if (why === "over") return md`${command(word)} is over, so nothing can come before it any more.`;
    return md`${command(word)} comes first already, so the new step cannot come before it.`;
  },
  noRoomForSteps: md`This run has as many steps as GitHub lets it have, a hundred, so I can add no more. Write what is to be done into one of them, as a line of its checklist.`,
  addIncomplete: (usage: string) =>
    md`To add a step I need what is to be done, a person, a day and a reason. For example: ${command(usage)}`,
};

export const run = {
  commandPurpose,
  ...refusals,
  ...commandAnswers,
  /** Several answers to one comment. */
  answers: (author: string, words: readonly Markdown[]) =>
    md`${mention(author)}: ${joinMarkdown(words, "\n\n")}`,
  helpOnStep: (facts: {
    readonly title: string;
    readonly isOver: boolean;
    /** How it ends; absent for somebody who cannot end it. */
    readonly ending: Markdown | undefined;
    readonly commands: readonly CommandLine[];
  }) =>
    md`${facts.isOver ? md`**${facts.title}** is over. Open its issue again if more has to be done.` : (facts.ending ?? md`**${facts.title}** is for others to end.`)} Here is what you can write, each on a line of its own in a new comment:\n\n${commandList(facts.commands)}`,
  helpWhenOver: (outcome: "completed" | "cancelled", commands: readonly CommandLine[]) =>
    md`${refusals.runIsOver(outcome)} Until then you can write, on a line of its own in a new comment:\n\n${commandList(commands)}`,
  helpOnRun: (
    commands: readonly CommandLine[],
    example: { readonly issue: number; readonly id: string } | undefined,
  ) => {
    const note =
      example === undefined
        ? md``
        : md`\n\nFor *step*, write its number or its name, such as ${codeSpan(`#${example.issue}`)} or ${codeSpan(example.id)}. On the issue of a step you can leave it out.`;
    return md`Here is what you can write, each on a line of its own in a new comment:\n\n${commandList(commands)}${note}`;
  },
  statusAnswer: (
    tasks: readonly {
      readonly title: string;
      readonly kind: string;
      readonly status: string;
      readonly dueDate: CivilDate;
      readonly awaited: readonly string[];
    }[],
    progress: StepCounts,
    title: string,
    runUrl: string,
  ) => {
    const next = tasks.filter((task) => task.status === "ready" && task.kind !== "process");
    const lines = next.map(
      (task) => md`- **${task.title}**: ${namesOf(task.awaited)}, due ${shortDate(task.dueDate)}`,
    );
    const turn = next.length > 0 ? md` It is the turn of:\n\n${joinMarkdown(lines, "\n")}` : md``;
    return md`**${title}**: ${progressOf(progress)}.${turn}\n\n${link("The whole plan", runUrl)}`;
  },
};
