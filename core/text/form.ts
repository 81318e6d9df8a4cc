import type { CivilDate } from "../calendar/index.ts";
import { type ListProblem, longestItem, mostItems, type ProcessDefinition } from "../definition/index.ts";
import { nearest } from "../message.ts";
import { longDate } from "./format-date.ts";
import { codeSpan, joinMarkdown, type Markdown, md } from "./markdown.ts";
import { wordsOf } from "./word-lists.ts";

/** Texts of the start form, and of the answer to one that cannot be used. */
export const form = {
  processLabel: "Process",
  processHelp: "Leave this as it is: it tells the bot which process to start.",
  peopleLabel: "People",
  peopleHelp:
    "Only if somebody else takes a role this time. One line each, such as `blog-author: @login`. Leave it empty for the usual people.",
  name: (title: string) => `Start: ${title}`,
  anchorHelp: (anchor: string) =>
    `The ${anchor.toLowerCase()} that all due dates count from, as year-month-day: 2026-12-18.`,
  introduction: ({ summary, steps, id }: ProcessDefinition, siteUrl?: string) =>
    [
      summary,
      `Once you submit this form, the plan with all its dates appears as a comment, and ${issuesOf(steps)}.`,
      siteUrl === undefined ? "" : `[Read the process first](${siteUrl.replace(/\/$/, "")}/processes/${id}/)`,
    ]
      .filter((line) => line !== "")
      .join("\n\n"),
  generatedNote: (path: string) =>
    `# Made from ${path} by \`npx handrail forms\`. Change that file, then run the command again.`,
  missing: (label: string) => md`**${label}** is empty. Please fill it in.`,
  wrongDate: (label: string, answer: string) =>
    md`**${label}** says ${codeSpan(answer)}, which is not a date I can read. Please write year-month-day, such as ${codeSpan("2026-12-18")}.`,
  whichDate: (label: string, answer: string, days: readonly CivilDate[]) =>
    md`**${label}** says ${codeSpan(answer)}, which may be ${wordsOf(
      days.map((day) => md`${longDate(day)} (${codeSpan(day)})`),
      "or",
    )}. Please write the one you mean as it stands in brackets.`,
  noSuchDate: (label: string, answer: string) =>
    md`**${label}** says ${codeSpan(answer)}, which is no day of the calendar. Is the day or the month mistyped?`,
  wrongNumber: (label: string, answer: string) =>
    md`**${label}** says ${codeSpan(answer)}, which is not a number. Please write digits only, such as ${codeSpan("1200")}.`,
  wrongPerson: (label: string, answer: string) =>
    md`**${label}** says ${codeSpan(answer)}, which is not a GitHub name. Please write it as it stands in the person's GitHub address, such as ${codeSpan("@login")}.`,
  wrongList: (label: string, problem: ListProblem) => {
    switch (problem.kind) {
      case "too-many":
        return md`**${label}** has ${String(problem.count)} lines, and each would become a step of its own; a run has at most ${String(mostItems)}. Please start several runs, or name what belongs together in one line.`;
      case "too-long":
        return md`**${label}** has a line of ${String(problem.item.length)} characters: ${codeSpan(`${problem.item.slice(0, 40)}…`)}. Each line stands in the title of an issue, so please keep it within ${String(longestItem)}.`;
      case "twice":
        return md`**${label}** names ${codeSpan(problem.item)} twice. Each line becomes a step of its own, so please take one out.`;
    }
  },
  /** What a field for a list shows while it is empty. */
  listPlaceholder: "One a line",
  wrongChoice: (label: string, answer: string, choices: readonly string[]) =>
    md`**${label}** says ${codeSpan(answer)}. Please pick one of ${codeWords(choices)}.`,
  cannotBeAssigned: (label: string, login: string) =>
    md`**${label}** names ${codeSpan(`@${login}`)}, and GitHub does not let me assign anybody of that name here. Is it spelt right, and does this person have access to the repository?`,
  colonMissing: (line: string, meant: string) =>
    md`**${form.peopleLabel}** says ${codeSpan(line)}, without a colon between role and person. Please write ${codeSpan(meant)}.`,
  namedTwice: (role: string, asked: readonly string[], people: readonly string[]) =>
    md`**${form.peopleLabel}** says ${codeWords(people)} for ${role}, and the question for that person says ${codeWords(asked)}. Please leave one of the two out.`,
  roleWithoutPerson: (role: string) =>
    md`**${form.peopleLabel}** says nobody for ${codeSpan(role)}. Please write the line as ${codeSpan(`${role}: @login`)}, or leave it out for the usual people.`,
  unknownRole: (role: string, roles: readonly string[]) => {
    const near = nearest(role, roles);
    const hint =
      near === undefined ? md`This process has ${codeWords(roles)}.` : md`Did you mean ${codeSpan(near)}?`;
    return md`**${form.peopleLabel}** names the role ${codeSpan(role)}, which the handbook does not have. ${hint}`;
  },
};

function codeWords(words: readonly string[]): Markdown {
  return joinMarkdown(words.map(codeSpan), ", ");
}

/** What becomes of the steps; how many issues there are is not known before somebody says what is in a list. */
function issuesOf(steps: ProcessDefinition["steps"]): string {
  const isRepeated = steps.some(({ eachOf, every }) => eachOf !== undefined || every !== undefined);
  return isRepeated
    ? "each step becomes an issue of its own; one that is done for each of a list, or again and again, becomes as many"
    : `each of the ${steps.length} steps becomes an issue of its own`;
}
