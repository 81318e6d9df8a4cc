import type { CivilDate } from "../calendar/index.ts";
import type { CollectType } from "../definition/index.ts";
import { collect } from "./collect.ts";
import { deviations } from "./deviations.ts";
import { dayAndMonth, longDate, shortDate } from "./format-date.ts";
import { codeSpan, issueLink, joinMarkdown, link, type Markdown, md, ours, personName } from "./markdown.ts";
import { count } from "./plural.ts";
import { progressOf, type StepCounts } from "./progress.ts";
import { statusTable, withWhom } from "./status-table.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

/** The status comment of a run: what everybody looks at to see where it stands. */
export const status = {
  heading: (title: string, progress: StepCounts) => md`### ${title}: ${progressOf(progress)}`,
  proposalHeading: (title: string) => md`### The plan for ${title}`,
  completed: (title: string, tellsHow: boolean) =>
    md`### ${title}: finished${tellsHow ? ", and how it went" : ""}`,
  cancelled: (title: string) => md`### ${title}: cancelled`,
  next: (
    turns: readonly {
      readonly title: string;
      readonly issue: number | undefined;
      readonly people: readonly string[];
      /** The roles outside the team that it is with, by title; empty when it is with somebody of the team, or with nobody. */
      readonly outside: readonly string[];
      /** Those who have agreed and hold another part that is still open, for which somebody else is needed. */
      readonly spokenFor: readonly string[];
      readonly dueDate: CivilDate;
    }[],
  ) => {
    const line = (turn: (typeof turns)[number]) =>
      md`${turn.issue === undefined ? md`` : md`${issueLink(turn.issue)} `}**${turn.title}** (${withWhom(turn) ?? (turn.spokenFor.length > 0 ? md`needs somebody besides ${namesOf(turn.spokenFor)}` : ours("nobody"))}, due ${shortDate(turn.dueDate)})`;
    return turns.length === 0 ? md`` : md`**Whose turn it is:** ${wordsOf(turns.map(line), "and")}`;
  },
  asks: (
    questions: readonly {
      readonly title: string;
      readonly issue: number | undefined;
      readonly people: readonly string[];
      readonly question: string;
    }[],
  ) => {
    const line = ({ title, issue, people, question }: (typeof questions)[number]) =>
      md`${issue === undefined ? md`` : md`${issueLink(issue)} `}**${title}** (${people.length > 0 ? namesOf(people) : ours("nobody")}: “${question}”)`;
    return questions.length === 0
      ? md``
      : md`**Waits for an answer:** ${wordsOf(questions.map(line), "and")}`;
  },
  underWay: (
    runs: readonly {
      readonly title: string;
      readonly issue: number | undefined;
      readonly dueDate: CivilDate;
    }[],
  ) => {
    const line = ({ title, issue, dueDate }: (typeof runs)[number]) =>
      md`${issue === undefined ? md`` : md`${issueLink(issue)} `}**${title}** (due ${shortDate(dueDate)})`;
    return runs.length === 0
      ? md``
      : md`**Under way with steps of their own:** ${wordsOf(runs.map(line), "and")}`;
  },
  waitsFor: (blockers: readonly { readonly number: number; readonly title: string }[]) =>
    blockers.length === 0
      ? md``
      : md`**Waits for:** ${wordsOf(
          blockers.map(({ number, title }) => md`${issueLink(number)} **${title}**`),
          "and",
        )}. Its first step begins after that.`,
  finishedOn: (date: CivilDate) => md`Finished on ${longDate(date)}.`,
  anchor: (
    anchor: { readonly name: string; readonly date: CivilDate; readonly isStart: boolean },
    end: {
      readonly promised: CivilDate;
      readonly expected: CivilDate;
      readonly slipBusinessDays: number;
      readonly atRisk: { readonly promised: CivilDate; readonly expected: CivilDate } | undefined;
      readonly late: number;
    },
  ) => {
    const named = md`**${anchor.name}:** ${longDate(anchor.date)}.`;
    if (end.atRisk !== undefined) {
      const what = anchor.isStart ? "the last step is expected" : "expected";
      return md`${named} **At risk: ${what} ${dayAndMonth(end.atRisk.expected)}, promised ${dayAndMonth(end.atRisk.promised)}.**`;
    }
    if (end.slipBusinessDays > 0)
      return md`${named} It holds, but the last step is **expected ${dayAndMonth(end.expected)}, promised ${dayAndMonth(end.promised)}**.`;
    if (end.late > 0)
      return md`${named} ${anchor.isStart ? "The end" : "It"} holds, though ${count(end.late, "step")} ${end.late === 1 ? "is" : "are"} late.`;
    return md`${named} On track.`;
  },
  table: statusTable,
  /** The table of a run that is over, behind what became of it. */
  folded: (rows: Markdown) =>
    rows.text === "" ? md`` : md`<details><summary>Who did what</summary>\n\n${rows}\n\n</details>`,
  gantt: (chart: string) =>
    ours(`<details><summary>Timeline</summary>\n\n\`\`\`mermaid\n${chart}\`\`\`\n\n</details>`),
  deviations,
  goesOnBelow: md`This run has more steps and departures than one comment can hold: the rest is in my next comment below, kept up to date like this one.`,
  moreHeading: (title: string) => md`### ${title}: what has no room in the status above`,
  nothingMore: md`Everything about this run is in my status above again.`,
  earlierDeviations: (left: number) =>
    left === 0
      ? md``
      : md`${count(left, "earlier departure")} ${left === 1 ? "has" : "have"} no room here; each stands in the comment it was asked for in.`,
  unassignable: (people: readonly string[]) =>
    people.length === 0
      ? md``
      : md`> **Please note:** GitHub does not let me assign ${namesOf(people)} here. Please give them access to this repository, or hand their steps on with ${codeSpan("/hand-to")}.`,
  /** What was entered when steps were done; nothing while nothing was. */
  entered: (
    values: readonly {
      readonly title: string;
      readonly label: string;
      readonly type: CollectType;
      readonly value: string;
    }[],
  ): Markdown => {
    const lines = values.map(
      ({ title, label, type, value }) => md`- ${label}: ${collect.value(type, value)} (${title})`,
    );
    return lines.length === 0 ? md`` : md`**Entered so far**\n\n${joinMarkdown(lines, "\n")}`;
  },
  inputsChanged: (
    lines: readonly { readonly label: string; readonly before: string; readonly after: string }[],
  ) => {
    if (lines.length === 0) return md``;
    const items = lines.map(
      ({ label, before, after }) => md`> - **${label}**: ${codeSpan(before)} → ${codeSpan(after)}`,
    );
    return md`> **Please note:** the issue was edited after the start. This run keeps what it began with:\n>\n${joinMarkdown(items, "\n")}\n>\n> To change the date, write ${codeSpan("/move")}; to change a person, ${codeSpan("/hand-to")}.`;
  },
  warnings: (messages: readonly string[]) =>
    messages.length === 0
      ? md``
      : joinMarkdown(
          [
            md`**Please look at this first:**`,
            joinMarkdown(
              messages.map((message) => md`- ${message}`),
              "\n",
            ),
          ],
          "\n\n",
        ),
  earliest: (anchor: string, date: CivilDate) =>
    md`The earliest ${anchor.toLowerCase()} at which nothing is past due: **${longDate(date)}** (${codeSpan(date)}).`,
  shouldHaveStarted: (date: CivilDate) => md`You should have started on ${longDate(date)}.`,
  waitsForGo: (anchor: string) =>
    md`Nothing has been created yet. Write ${codeSpan("/go")} in a comment to begin with these dates, or edit the issue above, for instance its ${anchor.toLowerCase()}, and I will plan again.`,
  waitsForMember: (author: string) =>
    md`Nothing has been created yet, since ${personName(author)} is not in the team of this handbook. Someone who is can write ${codeSpan("/go")} in a comment to begin.`,
  problems: (problems: readonly Markdown[]) =>
    md`I could not start this yet:\n\n${joinMarkdown(
      problems.map((problem) => md`- ${problem}`),
      "\n",
    )}\n\nPlease edit the issue above; I will try again at once. Nothing has been created.`,
  unknownProcess: (written: string, near: string | undefined, known: readonly string[]) =>
    near === undefined
      ? md`**Process** says ${codeSpan(written)}, which is not in the handbook. It has ${joinMarkdown(known.slice(0, 20).map(codeSpan), ", ")}.`
      : md`**Process** says ${codeSpan(written)}, which is not in the handbook. Did you mean ${codeSpan(near)}?`,
  brokenProcess: (
    process: string,
    problems: readonly { readonly file: string; readonly line: number; readonly message: string }[],
  ) =>
    md`The text of ${codeSpan(process)} in the handbook has mistakes, so it cannot run until somebody mends it: ${wordsOf(
      problems.slice(0, 5).map(({ file, line, message }) => md`${codeSpan(`${file}:${line}`)} ${message}`),
      "and",
    )}`,
  footer: (facts: {
    readonly process: string;
    readonly handbookUrl: string;
    /** The page of the run in the published handbook; nothing where it has none. */
    readonly runUrl: string | undefined;
    readonly revision: string;
    /** Whether it began with another text. */
    readonly isMoved: boolean;
    readonly checkedOn: string | undefined;
  }) =>
    md`<sub>Follows ${link(facts.process, facts.handbookUrl)} as of ${codeSpan(facts.revision.slice(0, 7))}${facts.isMoved ? ", to which it was moved" : ", to its end"}.${facts.runUrl === undefined ? md`` : md` ${link("This run in the handbook", facts.runUrl)} shows it as a picture.`}${facts.checkedOn === undefined ? "" : md` I last looked at this run on ${facts.checkedOn}, and do so at least once a day; an older date means that I am not running.`} ${codeSpan("/help")} lists what you can write here.</sub>`,
};
