import type { CivilDate } from "../calendar/index.ts";
import type { CollectType } from "../definition/index.ts";
import { collect } from "./collect.ts";
import { figures } from "./figures.ts";
import { dayAndMonth, longDate } from "./format-date.ts";
import { effortInWords } from "./lengths.ts";
import { joinMarkdown, link, type Markdown, md, ours, personName, table } from "./markdown.ts";
import { count } from "./plural.ts";
import { reasonWords } from "./reason-words.ts";
import { wordsOf } from "./word-lists.ts";

/** One step in the table of a retrospective. */
export interface RetrospectiveRow {
  readonly title: string;
  /** The date in force when its turn came, and the one of the first plan. */
  readonly agreedFor: CivilDate;
  readonly plannedFor: CivilDate;
  readonly endedOn: CivilDate | undefined;
  readonly slipBusinessDays: number | undefined;
  readonly wasSkipped: boolean;
  readonly isNotApproved: boolean;
}

/** Departures that have one cause. */
export interface CauseLines {
  readonly cause:
    | "missing-step"
    | "needless-step"
    | "wrong-person"
    | "date-moved"
    | "wrong-estimate"
    | "wrong-order"
    | "rework";
  readonly lines: readonly {
    readonly title: string;
    /** Empty when it is nobody's doing. */
    readonly by: string;
    readonly reason: string;
    readonly reasonUrl?: string | undefined;
    /** What a date was moved to. */
    readonly date?: CivilDate | undefined;
    readonly lateBusinessDays?: number | undefined;
  }[];
}

const causeHeadings: Readonly<Record<CauseLines["cause"], string>> = {
  "missing-step": "A step was missing",
  "needless-step": "A step was not needed",
  "wrong-person": "Somebody else did it",
  "date-moved": "A date was moved",
  "wrong-estimate": "It took longer than planned",
  "wrong-order": "The order was another",
  rework: "Work came back",
};

/** The questions that are asked at the end of a run. */
const questions = {
  "held-up": "What held us up?",
  missing: "What was missing?",
  handbook: "What should the handbook say?",
} as const;

function slip(days: number | undefined, wasSkipped: boolean, isNotApproved: boolean): Markdown {
  if (wasSkipped) return isNotApproved ? ours("skipped, **not approved**") : ours("skipped");
  if (days === undefined) return ours("not needed");
  if (days === 0) return ours("on the day");
  return days > 0 ? md`**${count(days, "business day")} late**` : md`${count(-days, "business day")} early`;
}

interface EnteredValue {
  readonly title: string;
  readonly label: string;
  readonly type: CollectType;
  readonly value: string;
}

/** What came of it, value by value, and what several steps have entered under one name added up. */
function enteredLines(
  values: readonly EnteredValue[],
  sums: readonly { readonly label: string; readonly unit: string; readonly total: number }[],
): Markdown[] {
  if (values.length === 0 && sums.length === 0) return [];
  const lines = values.map(
    ({ title, label, type, value }) => md`- ${label}: ${collect.value(type, value)} (**${title}**)`,
  );
  const total =
    sums.length === 0
      ? md``
      : md`\n\nAll together: ${wordsOf(
          sums.map(({ label, unit, total: sum }) => md`${label} **${figures.amount(sum, unit)}**`),
          "and",
        )}.`;
  return [md`What came of it:\n\n${joinMarkdown(lines, "\n")}${total}`];
}

/** Nothing when no step asks for a reaction in a given time. */
function reactionLines(
  reactions: readonly {
    readonly title: string;
    readonly minutes: number;
    readonly targetMinutes: number;
  }[],
): Markdown[] {
  if (reactions.length === 0) return [];
  const lines = reactions.map(({ title, minutes, targetMinutes }) => {
    const took = minutes === 0 ? ours("at once") : md`after ${effortInWords(minutes)}`;
    const asked = md`asked for within ${effortInWords(targetMinutes)}`;
    return minutes > targetMinutes
      ? md`- **${title}**: **${took}**, ${asked}`
      : md`- **${title}**: ${took}, ${asked}`;
  });
  const head = reactions.length === 1 ? "First reaction" : "First reactions";
  return [md`${head}, in working time:\n\n${joinMarkdown(lines, "\n")}`];
}

/** How a run went, as its retrospective tells it. */
export interface RetrospectiveFacts {
  /** Who has done its steps. */
  readonly people: readonly string[];
  readonly endedOn: CivilDate;
  readonly onTime: { readonly value?: number | undefined; readonly part: number; readonly n: number };
  readonly plannedLeadTime: { readonly value?: number | undefined };
  readonly leadTime: { readonly value?: number | undefined };
  readonly rows: readonly RetrospectiveRow[];
  readonly causes: readonly CauseLines[];
  /** What was entered when steps were done, and what of it can be added up. */
  readonly collected: readonly EnteredValue[];
  readonly sums: readonly { readonly label: string; readonly unit: string; readonly total: number }[];
  /** Steps that asked for a first reaction in a given time, and how long it took in working time. */
  readonly reactions: readonly {
    readonly title: string;
    readonly minutes: number;
    readonly targetMinutes: number;
  }[];
  readonly changeUrl: string;
}

/** So many departures of one cause are told at most; the rest is only counted. */
function whole(facts: RetrospectiveFacts, mostLines: number): Markdown {
  const { onTime, leadTime, plannedLeadTime } = facts;
  const share =
    onTime.value === undefined
      ? md``
      : md` ${onTime.part} of ${count(onTime.n, "step")} ${onTime.part === 1 || onTime.n === 1 ? "was" : "were"} done by the date agreed when their turn came (${Math.round(onTime.value * 100)} %).`;
  const lead =
    leadTime.value === undefined
      ? md``
      : md` From its start to its end it took ${leadTime.value === 0 ? "less than a business day" : count(leadTime.value, "business day")}; the first plan had ${plannedLeadTime.value ?? 0}.`;
  const rows = facts.rows.map((row) => [
    md`${row.title}`,
    row.agreedFor === row.plannedFor
      ? md`${dayAndMonth(row.agreedFor)}`
      : md`${dayAndMonth(row.agreedFor)} (first ${dayAndMonth(row.plannedFor)})`,
    row.endedOn === undefined || row.wasSkipped ? ours("–") : md`${dayAndMonth(row.endedOn)}`,
    slip(row.slipBusinessDays, row.wasSkipped, row.isNotApproved),
  ]);
  const causes = facts.causes.map(({ cause, lines }) => {
    const items = lines
      .slice(0, mostLines)
      .map(({ title, by, reason, reasonUrl, date, lateBusinessDays }) => {
        const what =
          lateBusinessDays === undefined ? md`` : md`, ${count(lateBusinessDays, "business day")} late`;
        const to = date === undefined ? md`` : md` to ${dayAndMonth(date)}`;
        const who = by === "" ? md`` : md`, by ${personName(by)}`;
        return md`- **${title}**${to}${what}${who}${reasonWords(reason, reasonUrl)}`;
      });
    const left = lines.length - items.length;
    const more = left === 0 ? [] : [md`- and ${left} more`];
    return md`**${causeHeadings[cause]}**\n\n${joinMarkdown([...items, ...more], "\n")}`;
  });
  const thanks =
    facts.people.length > 0 ? md`Thank you, ${wordsOf(facts.people.map(personName), "and")}. ` : md``;
  return joinMarkdown(
    [
      md`Finished on ${longDate(facts.endedOn)}.${share}${lead}`,
      table(["Step", "Agreed", "Done", ""], rows),
      ...enteredLines(facts.collected.slice(0, mostLines), facts.sums),
      ...reactionLines(facts.reactions),
      facts.causes.length > 0
        ? md`#### Where it left the plan\n\n${joinMarkdown(causes, "\n\n")}`
        : md`It went as planned, with no departure from it.`,
      md`#### What should the next run know?\n\n${thanks}Please answer in a comment below, each with its number; a few words are enough:\n\n1. ${questions["held-up"]}\n2. ${questions.missing}\n3. ${questions.handbook}\n\nYour words, with your name, are shown with what past runs say and in the next proposal to change this process, until somebody has dealt with them. Edit or delete your comment, and they change or go.`,
      link("Propose a change to this process", facts.changeUrl),
    ],
    "\n\n",
  );
}

export const retrospective = {
  /** What stands in the status of a run that is over: nobody is called by it, since closing the run tells whoever follows it. */
  whole,
  questions,
  /** To whoever wrote something below a run that is over without saying to which question. */
  hint: ours(
    "Thank you. If that is for whoever looks after the handbook, please write it once more with the number of the question in front, such as `1. The images came late.`; then it is kept for the next change of this process.",
  ),
};
