import type { CivilDate } from "../calendar/index.ts";
import type { CollectType } from "../definition/index.ts";
import { collect } from "./collect.ts";
import { dayAndMonth, longDate, shortDate } from "./format-date.ts";
import {
  codeSpan,
  issueLink,
  joinMarkdown,
  link,
  type Markdown,
  md,
  ours,
  personName,
  table,
} from "./markdown.ts";
import { count } from "./plural.ts";
import { progressOf, type StepCounts } from "./progress.ts";
import { type Reaction, reactionWords } from "./reaction-words.ts";
import { reasonWords } from "./reason-words.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

/** One row of the status table. */
export interface StatusRow {
  readonly title: string;
  /** The heading it stands under; none when left out. */
  readonly phase?: string | undefined;
  readonly issue: number | undefined;
  readonly people: readonly string[];
  /** The titles of roles outside the team that have it; empty where somebody of the team does. */
  readonly outside: readonly string[];
  readonly dueDate: CivilDate;
  /** The moment on that day, where the step names one. */
  readonly dueTime: string | undefined;
  /** Whether it cannot be done before its turn. */
  readonly isStrict: boolean;
  /** When it will be over if everybody works on from today, where that is after its promised date. */
  readonly expectedDate: CivilDate | undefined;
  /** Whether something before it is late. */
  readonly isHeldUp: boolean;
  readonly baselineDueDate: CivilDate;
  readonly endedOn: CivilDate | undefined;
  readonly state:
    | "planned"
    | "ready"
    | "under-way"
    | "overdue"
    | "done"
    | "skipped"
    | "not-approved"
    | "left-out"
    | "cancelled";
  readonly isConditional: boolean;
  /** The first reaction of whoever has it, where one is asked for in a given time, and its turn goes on. */
  readonly reaction?: Reaction | undefined;
  /** Who has agreed to an approval that waits for others, or that somebody gave who is not named; empty for everything else. */
  readonly agreed: readonly string[];
  /** Which way a decision went; nothing for everything else. */
  readonly decided: { readonly outcome: string; readonly by: string } | undefined;
}

/** One departure from the plan. */
export interface DeviationLine {
  readonly kind:
    | "skipped"
    | "not-approved"
    | "added"
    | "moved"
    | "date"
    | "handed-over"
    | "closed-early"
    | "reopened"
    | "upgraded";
  /** Title of the step; empty when it is about the whole run. */
  readonly title: string;
  /** The new date, or the person it went to; empty where there is nothing to add. */
  readonly detail: string;
  readonly by: string;
  readonly on: CivilDate;
  readonly reason: string;
  /** Address of the comment it was given in; nothing where there is none any more. */
  readonly reasonUrl: string | undefined;
}

const stateWords: Readonly<Record<StatusRow["state"], Markdown>> = {
  planned: ours("planned"),
  ready: ours("▶ **their turn**"),
  "under-way": ours("▶ under way"),
  overdue: ours("! **overdue**"),
  done: ours("✓ done"),
  skipped: ours("» skipped"),
  "not-approved": ours("» skipped, **not approved**"),
  "left-out": ours("× not needed"),
  cancelled: ours("× cancelled"),
};

/** Who has a step: people of the team, or else who it is with outside; nothing when nobody has it. */
function withWhom({
  people,
  outside,
}: {
  readonly people: readonly string[];
  readonly outside: readonly string[];
}): Markdown | undefined {
  if (people.length > 0) return namesOf(people);
  return outside.length > 0 ? md`${outside.join(", ")} (outside)` : undefined;
}

function deviationSentence({ kind, title, detail, by }: DeviationLine): Markdown {
  const doer = by === "" ? md`` : md` by ${personName(by)}`;
  switch (kind) {
    case "skipped":
      return md`**${title}** skipped${doer}`;
    case "not-approved":
      return md`**${title}** skipped${doer}, so it is **not approved**`;
    case "added":
      return md`**${title}** added to this run${doer}`;
    case "moved":
      return md`The whole run moved to ${detail}${doer}`;
    case "date":
      return md`**${title}** moved to ${detail}${doer}`;
    case "handed-over":
      return md`**${title}** handed over to ${detail}${doer}`;
    case "closed-early":
      return md`**${title}** closed before its turn${doer}`;
    case "reopened":
      return md`**${title}** opened again${doer}`;
    case "upgraded":
      return md`Moved to a newer text of the process, ${codeSpan(detail)}${doer}`;
  }
}

function rowOf(row: StatusRow): readonly Markdown[] {
  const title = row.issue === undefined ? md`${row.title}` : md`${issueLink(row.issue)} ${row.title}`;
  const planned =
    row.dueDate === row.baselineDueDate ? md`` : md` (planned ${dayAndMonth(row.baselineDueDate)})`;
  const time = row.dueTime === undefined ? "" : `, ${row.dueTime}`;
  const due =
    row.expectedDate === undefined
      ? md`${shortDate(row.dueDate)}${time}${planned}`
      : md`**Expected ${dayAndMonth(row.expectedDate)}**, promised ${dayAndMonth(row.dueDate)}${time}${planned}`;
  const who = withWhom(row) ?? ours("**nobody**");
  const ended = row.endedOn === undefined ? md`` : md` ${dayAndMonth(row.endedOn)}`;
  const onlyIf = row.isConditional && row.state === "planned" ? ours(", if needed") : md``;
  const inTurn = row.isStrict && row.state === "planned" ? ours(", only in its turn") : md``;
  const heldUp = row.isHeldUp ? ours(", held up") : md``;
  const agreed =
    row.agreed.length === 0
      ? md``
      : md`, ${namesOf(row.agreed)} ${row.agreed.length === 1 ? "has" : "have"} agreed`;
  const said = reactionWords(row.reaction);
  const reaction = said === undefined ? md`` : md`, ${said}`;
  const decided =
    row.decided === undefined
      ? md``
      : md`: **${row.decided.outcome}**${row.decided.by === "" ? md`` : md`, by ${personName(row.decided.by)}`}`;
  return [
    title,
    who,
    due,
    md`${stateWords[row.state]}${ended}${decided}${agreed}${onlyIf}${inTurn}${heldUp}${reaction}`,
  ];
}

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
  /** Rows of one phase stand one after the other; the first of them has the phase in a row above it. */
  table: (rows: readonly StatusRow[]) =>
    table(
      ["Step", "Who", "Due", "State"],
      rows.flatMap((row, index) => {
        const isNew = row.phase !== undefined && row.phase !== rows[index - 1]?.phase;
        return isNew ? [[md`**${row.phase ?? ""}**`, md``, md``, md``], rowOf(row)] : [rowOf(row)];
      }),
    ),
  /** The table of a run that is over, behind what became of it. */
  folded: (rows: Markdown) =>
    rows.text === "" ? md`` : md`<details><summary>Who did what</summary>\n\n${rows}\n\n</details>`,
  gantt: (chart: string) =>
    ours(`<details><summary>Timeline</summary>\n\n\`\`\`mermaid\n${chart}\`\`\`\n\n</details>`),
  deviations: (lines: readonly DeviationLine[]) => {
    if (lines.length === 0) return md``;
    const items = lines.map((line) => {
      const reason = reasonWords(line.reason, line.reasonUrl);
      return md`- ${dayAndMonth(line.on)}: ${deviationSentence(line)}${reason}`;
    });
    return md`<details><summary>${count(lines.length, "departure")} from the plan</summary>\n\n${joinMarkdown(items, "\n")}\n\n</details>`;
  },
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
