import type { CivilDate } from "../calendar/index.ts";
import { longDate, shortDate } from "./format-date.ts";
import { codeSpan, joinMarkdown, link, type Markdown, md, mention, personName } from "./markdown.ts";
import { count } from "./plural.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

const command = (line: string): Markdown => codeSpan(line);

/** What each command does, for `/help`. */
const commandPurpose = {
  go: "Begin, although the plan has warnings.",
  approve: "You agree with the work. Only the named approvers count.",
  changes: "Send the work back, and say what should change.",
  decide: "Say which way it goes.",
  skip: "Leave this step out of this run, and say why.",
  due: "Give this step another due date, and say why. Steps that wait for it follow.",
  "hand-to": "Give this step to somebody else, and say why.",
  add: "Add a step that only this run needs, for a person and a day.",
  move: "Move the date that everything counts from. All dates that are not over move with it.",
  status: "Tell where the run stands.",
  cancel: "End the run here, and say why. Open steps are closed as not planned.",
  help: "Show this list.",
} as const;

/** A friendly no, each with what would work. */
const refusals = {
  alreadyRunning: md`This run has already begun, so there is nothing to confirm.`,
  unknownCommand: (word: string, near: string) =>
    md`I don't know ${command(`/${word}`)}. Did you mean ${command(`/${near}`)}? ${command("/help")} lists what I understand.`,
  editedComment: md`I only follow commands in new comments, so that nobody can change afterwards what was said. Please write it once more in a new comment.`,
  onlyOnRun: (name: string, runUrl: string) =>
    md`${command(`/${name}`)} is about the whole run. Please write it ${link("on the run's own issue", runUrl)}.`,
  whichStep: (name: string, word: string, steps: readonly string[], near: string | undefined) => {
    const example = near ?? steps[0] ?? "step";
    const hint = word === "" ? md`` : md` ${codeSpan(word)} is none of them.`;
    return md`Which step do you mean?${hint} Please write ${command(`/${name} ${example} …`)}, or write it on the issue of the step. The steps are ${joinMarkdown(steps.map(codeSpan), ", ")}.`;
  },
  notAllowed: (people: readonly string[]) =>
    md`Sorry, only those in charge of the step, those accountable for it, whoever started the run and people who can write to this repository can do that.${people.length > 0 ? md` Please ask ${namesOf(people)}.` : md``}`,
  noApproval: (title: string) =>
    md`**${title}** is not an approval. When it is done, simply close its issue.`,
  noDecision: (title: string) => md`**${title}** is not a decision. When it is done, simply close its issue.`,
  notItsTurn: (title: string, waitingFor: readonly string[]) =>
    waitingFor.length > 0
      ? md`It is not time for **${title}** yet: it waits for ${wordsOf(
          waitingFor.map((other) => md`**${other}**`),
          "and",
        )}.`
      : md`It is not time for **${title}**: it is either over or not ready yet.`,
  notAnApprover: (approvers: readonly string[]) =>
    md`Thank you, but only ${namesOf(approvers)} can decide this one.`,
  ownWork: (title: string) =>
    md`You worked on **${title}** yourself, so somebody else has to judge it. To let another person decide, hand this approval on: ${command("/hand-to @login why")}.`,
  reasonMissing: (example: string) =>
    md`Please add a few words why, so that we can learn from it later. For example: ${command(example)}`,
  dateMissing: (word: string, example: string) =>
    md`${word === "" ? md`The new date is missing.` : md`${codeSpan(word)} is not a date I can read.`} Please write year-month-day, for example: ${command(example)}`,
  datePast: (date: CivilDate) => md`${longDate(date)} is past. Please pick today or a later day.`,
  personMissing: (word: string, example: string) =>
    md`${word === "" ? md`The person is missing.` : md`${codeSpan(word)} is not a GitHub name.`} For example: ${command(example)}`,
  cannotBeAssigned: (login: string) =>
    md`GitHub does not let me assign ${personName(login)} here. They need access to this repository first, or the name is misspelt.`,
  alreadyOver: (title: string) =>
    md`**${title}** is already over. Open its issue again first if more has to be done.`,
  unknownOption: (written: string, options: readonly string[], near: string | undefined) => {
    const shown = joinMarkdown(
      options.map((option) => command(`/decide ${option}`)),
      " or ",
    );
    if (near !== undefined) return md`Did you mean ${command(`/decide ${near}`)}?`;
    return md`${written === "" ? md`The answer is missing.` : md`${codeSpan(written)} is not one of the answers.`} Please write ${shown}.`;
  },
  addIncomplete: (usage: string) =>
    md`To add a step I need what is to be done, a person, a day and a reason. For example: ${command(usage)}`,
};

export const run = {
  commandPurpose,
  ...refusals,
  /** Several answers to one comment. */
  answers: (author: string, words: readonly Markdown[]) =>
    md`${mention(author)}: ${joinMarkdown(words, "\n\n")}`,
  helpAnswer: (
    known: readonly { readonly usage: string; readonly purpose: string; readonly scope: "run" | "step" }[],
    isOnRun: boolean,
  ) => {
    const here = known.filter(
      ({ scope, usage }) => isOnRun || scope === "step" || usage === "/help" || usage === "/status",
    );
    const lines = here.map(({ usage, purpose, scope }) => {
      const written = isOnRun && scope === "step" ? usage.replace(/^(\/\S+)/, "$1 step") : usage;
      return md`- ${command(written)}: ${purpose}`;
    });
    const note = isOnRun ? md`\n\nOn the issue of a step you can leave the step's name out.` : md``;
    return md`Here is what you can write, each on a line of its own in a new comment:\n\n${joinMarkdown(lines, "\n")}${note}`;
  },
  statusAnswer: (
    tasks: readonly {
      readonly title: string;
      readonly status: string;
      readonly dueDate: CivilDate;
      readonly people: readonly string[];
      readonly isLeftOut: boolean;
    }[],
    title: string,
    runUrl: string,
  ) => {
    const kept = tasks.filter((task) => !task.isLeftOut);
    const over = kept.filter((task) => task.status === "done" || task.status === "skipped").length;
    const next = kept.filter((task) => task.status === "ready");
    const lines = next.map(
      (task) => md`- **${task.title}**: ${namesOf(task.people)}, due ${shortDate(task.dueDate)}`,
    );
    const turn = next.length > 0 ? md` It is the turn of:\n\n${joinMarkdown(lines, "\n")}` : md``;
    return md`${over} of ${count(kept.length, "step")} of **${title}** are over.${turn}\n\n${link("The whole plan", runUrl)}`;
  },
};
