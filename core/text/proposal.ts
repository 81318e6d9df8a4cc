import {
  codeSpan,
  issueLink,
  joinMarkdown,
  type Markdown,
  md,
  messageWithCode,
  ours,
  personName,
  quoted,
} from "./markdown.ts";
import { oneLine } from "./one-line.ts";

/** What somebody may want to be otherwise, as the form asks it; ids never change, words may. */
export const proposalKinds = {
  due: "When a step is due",
  duration: "How long a step takes",
  role: "Who does a step",
  title: "What a step is called",
  instructions: "How a step is done",
  other: "Something else",
} as const;

const stepLabel = "Which step?";

function stepsAfter(opening: Markdown, steps: readonly string[]): Markdown {
  const list = joinMarkdown(
    steps.map((step) => md`- ${step}`),
    "\n",
  );
  return joinMarkdown([opening, list, md`Edit the text above, and I read it again.`], "\n\n");
}

/** Texts of the form with which anybody proposes a change, and of the answers to it. */
export const proposal = {
  formName: "Propose a change",
  formDescription:
    "Something in the handbook is wrong, missing, or could be better. You need to know nothing about files.",
  formTitle: "Change: ",
  formIntroduction:
    "Say what should be otherwise. Where it is a date, a name, a role or a text, I write the change myself and show what it means before anybody decides.",
  processLabel: "Which process?",
  processHelp: "Its name as it stands on its page, or in the address of the page.",
  stepLabel,
  stepHelp: "Its name as it stands on the page. Leave it empty when it is about the whole process.",
  kindLabel: "What should change?",
  valueLabel: "What should it be instead?",
  valueHelp:
    "A date as on the page, such as 5 business days before; a role, such as Designer; a new name; or the new text. Of something else, just say it.",
  reasonLabel: "Why?",
  reasonHelp: "What went wrong, or what would be better. One sentence is enough.",
  generatedNote: "# Made by `handrail forms`. It is written anew by that command.",
  missing: (label: string): Markdown =>
    md`**${label}** is empty. Please fill it in: edit the text above, and I read it again.`,
  unknownProcess: (asked: string, near: string | undefined): Markdown =>
    near === undefined
      ? md`The handbook has no process ${codeSpan(asked)}. Please write its name as it stands on its page: edit the text above, and I read it again.`
      : md`The handbook has no process ${codeSpan(asked)}. Did you mean **${near}**? Edit the text above, and I read it again.`,
  whichStep: (process: string, steps: readonly string[]): Markdown =>
    stepsAfter(
      md`**${stepLabel}** is empty, and I cannot tell which step you mean. The steps of **${process}** are:`,
      steps,
    ),
  unknownStep: (asked: string, process: string, steps: readonly string[]): Markdown =>
    stepsAfter(md`**${process}** has no step ${codeSpan(asked)}. Its steps are:`, steps),
  unknownRole: (asked: string, roles: readonly string[]): Markdown =>
    md`The handbook has no role ${codeSpan(asked)}. Please write one of ${joinMarkdown(roles.map(codeSpan), ", ")}.`,
  wrongOffset: (asked: string, anchor: string): Markdown =>
    md`I cannot read ${codeSpan(asked)} as a date of a step. Please write how long before or after the ${anchor.toLowerCase()} it should be: ${codeSpan("5 business days before")}, ${codeSpan("2 weeks before")}, or ${codeSpan("on the day")}.`,
  wrongDuration: (asked: string): Markdown =>
    md`I cannot read ${codeSpan(asked)} as a length. Please write business days, such as ${codeSpan("3 business days")}.`,
  notEdited: (why: string): Markdown =>
    md`I cannot write this change by myself: ${ours(why)} It is kept here for whoever looks after the process; if you edit what you have written above, I try again.`,
  wouldBreak: (why: string): Markdown =>
    md`With this change the process could not be used: ${messageWithCode(why)} Please edit what you have written above, and I look at it again.`,
  alreadySo: (title: string): Markdown => md`**${title}** says that already, so there is nothing to change.`,
  drafted: (pull: number): Markdown =>
    md`I have written this change: ${issueLink(pull)} shows what it means, and whoever looks after the process decides there. What you edit here from now on does not reach it: for something else, propose it anew.`,
  givenUp: (pull: number): Markdown =>
    md`I had written this change in ${issueLink(pull)}, which was closed without being used. It is kept here for whoever looks after the process; to have it written into the text as it is today, propose it anew.`,
  filed: (process: string): Markdown =>
    md`Thank you. This is kept here for whoever looks after **${process}**; there is nothing I can write by myself.`,
  waitsForDraft: (author: string): Markdown =>
    md`Thank you, ${author}. I can write this change by myself as soon as somebody of the team answers ${codeSpan("/draft")} here.`,
  mayNotWrite: md`I was to write this change by myself, but GitHub does not let me. Whoever looks after the repository has to allow me to write files and to open pull requests (Handrail's ${codeSpan("docs/going-live.md")} says where), then write ${codeSpan("/draft")} here.`,
  draftsAreOff: (process: string): Markdown =>
    md`Thank you. This is kept here for whoever looks after **${process}**. I could write the change by myself if ${codeSpan("drafts: true")} stood under ${codeSpan("changes:")} in handbook.yml.`,
  /** One line of plain text: GitHub shows it as it is. */
  pullTitle: (process: string, step: string | undefined, kind: keyof typeof proposalKinds) =>
    oneLine(`${process}: ${titles[kind]}${step === undefined ? "" : ` “${step}”`}`),
  pullBody: (issue: number, author: string, reason: string): Markdown =>
    joinMarkdown(
      [
        md`${personName(author)} proposed this in ${issueLink(issue)}; merging it closes that issue.`,
        reason === "" ? md`` : quoted(reason),
        md`Where GitHub tells of conflicts below, the text has changed meanwhile: close this, propose it anew, and I write it into the text as it is then.`,
        ours(`Closes #${issue}`),
      ],
      "\n\n",
    ),
};

const titles = {
  due: "another date for",
  duration: "another length of",
  role: "somebody else for",
  title: "another name for",
  instructions: "another text for",
  other: "a change of",
} as const;
