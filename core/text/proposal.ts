import { codeSpan, joinMarkdown, type Markdown, md, ours } from "./markdown.ts";

/** What somebody may want to be otherwise, as the form asks it; ids never change, words may. */
export const proposalKinds = {
  due: "When a step is due",
  duration: "How long a step takes",
  role: "Who does a step",
  title: "What a step is called",
  instructions: "How a step is done",
  other: "Something else",
} as const;

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
  stepLabel: "Which step?",
  stepHelp: "Its name as it stands on the page. Leave it empty when it is about the whole process.",
  kindLabel: "What should change?",
  valueLabel: "What should it be instead?",
  valueHelp:
    "A date as on the page, such as 5 business days before, or -5bd; a role, such as Designer; a new name; or the new text. Of something else, just say it.",
  reasonLabel: "Why?",
  reasonHelp: "What went wrong, or what would be better. One sentence is enough.",
  generatedNote: "# Made by `handrail forms`. It is written anew by that command.",
  missing: (label: string): Markdown =>
    md`**${label}** is empty. Please fill it in: edit the text above, and I read it again.`,
  unknownProcess: (asked: string, near: string | undefined): Markdown =>
    near === undefined
      ? md`The handbook has no process ${codeSpan(asked)}. Please write its name as it stands on its page: edit the text above, and I read it again.`
      : md`The handbook has no process ${codeSpan(asked)}. Did you mean **${near}**? Edit the text above, and I read it again.`,
  unknownStep: (asked: string, process: string, steps: readonly string[]): Markdown =>
    joinMarkdown(
      [
        md`**${process}** has no step ${codeSpan(asked)}. Its steps are:`,
        joinMarkdown(
          steps.map((step) => md`- ${step}`),
          "\n",
        ),
        md`Edit the text above, and I read it again.`,
      ],
      "\n\n",
    ),
  unknownRole: (asked: string, roles: readonly string[]): Markdown =>
    md`The handbook has no role ${codeSpan(asked)}. Please write one of ${joinMarkdown(roles.map(codeSpan), ", ")}.`,
  wrongOffset: (asked: string, anchor: string): Markdown =>
    md`I cannot read ${codeSpan(asked)} as a date of a step. Please write it as days before or after the ${anchor.toLowerCase()}: ${codeSpan("5 business days before")}, ${codeSpan("2 weeks before")}, or ${codeSpan("on the day")}.`,
  wrongDuration: (asked: string): Markdown =>
    md`I cannot read ${codeSpan(asked)} as a length. Please write business days, such as ${codeSpan("3 business days")}.`,
  notEdited: (why: string): Markdown =>
    md`I cannot write this change by myself: ${ours(why)} It is kept here for whoever looks after the process.`,
  alreadySo: (title: string): Markdown => md`**${title}** says that already, so there is nothing to change.`,
};
