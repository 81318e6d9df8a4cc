import {
  codeSpan,
  issueLink,
  joinMarkdown,
  type Markdown,
  md,
  messageWithCode,
  ours,
  personName,
} from "./markdown.ts";
import { count, listInWords } from "./plural.ts";

const severities = { error: "Must be mended", warning: "Better otherwise", advice: "A hint" } as const;

/** What the bot says on pull requests. Arguments are plain text and are escaped here. */
export const pullRequest = {
  checkName: "Handrail",
  title: (errors: number, warnings: number, advice: number) => {
    const parts = [
      ...(errors > 0 ? [count(errors, "error")] : []),
      ...(warnings > 0 ? [count(warnings, "warning")] : []),
      ...(advice > 0 ? [count(advice, "hint")] : []),
    ];
    return parts.length === 0 ? "No problems" : listInWords(parts);
  },
  noProblems: md`The handbook reads well with this change.`,
  problems: (number: number): Markdown =>
    md`${count(number, "place")} in the text ${number === 1 ? "needs" : "need"} a look. Each is also marked on its line under “Files changed”.`,
  problem: (severity: keyof typeof severities, file: string, line: number, message: string): Markdown =>
    md`- **${severities[severity]}**, ${file}, line ${line}: ${messageWithCode(message)}`,
  moreProblems: (number: number): Markdown => md`- and ${count(number, "more place", "more places")}`,
  weight: (weight: "material" | "detail" | "wording" | null): Markdown =>
    ({
      material: md`The comment on this pull request says what the change means for those who work by it.`,
      detail: md`The change is about details: people do the same work as before.`,
      wording: md`Only words change: nobody has anything else to do than before.`,
      none: md`Nothing changes for those who work by this handbook.`,
    })[weight ?? "none"],
  heading: md`### What this change means`,
  broken: (errors: number): Markdown =>
    md`**${count(errors, "mistake")}** in the text must be mended before this can be used; the check “Handrail” says where. What follows leaves the processes with mistakes out.`,
  agreeHeading: md`#### Who should have a look`,
  stake: (
    role: string,
    people: readonly Markdown[],
    owns: readonly string[],
    gets: readonly { readonly process: string; readonly step: string }[],
    all: number,
  ): Markdown => {
    const who = people.length === 0 ? md`**${role}**` : md`**${role}** (${joinMarkdown(people, ", ")})`;
    const looksAfter = owns.length === 0 ? [] : [`looks after ${listInWords(owns)}`];
    const steps = gets.map(({ process, step }) => `“${step}” of ${process}`);
    const rest = all > gets.length ? [`${all - gets.length} more`] : [];
    const getsSteps = all === 0 ? [] : [`would get ${listInWords([...steps, ...rest])}`];
    return md`- ${who} ${[...looksAfter, ...getsSteps].join(", and ")}.`;
  },
  moreStakes: (number: number): Markdown => md`- and ${count(number, "more role")}`,
  agreed: (people: readonly string[], revision: string): Markdown =>
    md`Agreed to ${codeSpan(revision.slice(0, 7))}: ${joinMarkdown(people.map(personName), ", ")}.`,
  waitsFor: (roles: readonly string[]): Markdown =>
    md`**The change waits for ${listInWords(roles)}**: handbook.yml asks whoever looks after a process to agree first.`,
  howToAgree: md`If it is fine with you, answer ${codeSpan("/agree")}. If not, say what should be otherwise. After another commit it is asked anew.`,
  /** One line of plain text, as the title of a check. */
  waitingFor: (roles: readonly { readonly role: string; readonly people: readonly string[] }[]) =>
    `Waiting for ${listInWords(roles.map(({ role, people }) => `${role} (${people.join(", ")})`))}`.slice(
      0,
      200,
    ),
  keptRunsHeading: md`#### Runs that are under way keep the text they began with`,
  keptRuns: (process: string, runs: readonly number[], all: number): Markdown =>
    md`- ${process}: ${joinMarkdown(runs.map(issueLink), ", ")}${all > runs.length ? ` and ${all - runs.length} more` : ""}`,
  runKeeps: (process: string, pull: number): Markdown =>
    md`**${process}** was changed by ${issueLink(pull)}. This run keeps the text it began with; what changed, and what it means, stands there.`,
  footer: (revision: string): Markdown =>
    ours(
      `<sub>Read from the files as of \`${revision.slice(0, 7)}\` and written anew with each change here. Runs that are under way keep the text they began with.</sub>`,
    ),
};
