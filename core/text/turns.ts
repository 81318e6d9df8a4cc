import type { CivilDate } from "../calendar/index.ts";
import type { ApprovalPolicy, CollectField, CollectType } from "../definition/index.ts";
import { collect } from "./collect.ts";
import { dayAndMonth, dayAndTime, longDate, shortDate } from "./format-date.ts";
import {
  codeSpan,
  issueLink,
  joinMarkdown,
  type Markdown,
  md,
  ours,
  personName,
  quoted,
} from "./markdown.ts";
import { count } from "./plural.ts";
import { mentionsOf, namesOf, stepWithIssue, wordsOf } from "./word-lists.ts";

/** A step that is over, as the next person hears of it. */
export interface FinishedStep {
  readonly title: string;
  readonly issue: number | undefined;
  readonly by: string | undefined;
  readonly outputs: readonly string[];
  readonly wasSkipped: boolean;
  readonly isNotApproved: boolean;
  readonly isCheckpoint: boolean;
  /** What whoever finished it wrote for whoever is next; empty when nothing. */
  readonly note: string;
  /** What was entered when it was done. */
  readonly collected: readonly {
    readonly label: string;
    readonly type: CollectType;
    readonly value: string;
  }[];
  /** For an approval: who agreed, and what they agreed with; empty for everything else. */
  readonly approvedBy: readonly string[];
  readonly approved: readonly { readonly title: string; readonly issue: number | undefined }[];
  /** For a decision: which way it went. */
  readonly outcome: string | undefined;
}

/** What a person is asked to do. */
export interface Turn {
  readonly title: string;
  readonly people: readonly string[];
  readonly dueDate: CivilDate;
  /** When it will be over if it is worked on from today, where that is after its due date. */
  readonly expectedDate: CivilDate | undefined;
  /** The due date of the first plan, when it was another. */
  readonly plannedFor: CivilDate | undefined;
  readonly kind: "task" | "approval" | "decision" | "checkpoint" | "process";
  readonly options: readonly string[];
  /** What is entered when it is done. */
  readonly collect: readonly CollectField[];
  /** How many of the approvers have to agree. */
  readonly policy: ApprovalPolicy;
  /** The moment on the due date, `14:00`, where the step names one. */
  readonly dueTime?: string | undefined;
  /** Who has agreed already; empty for everything but an approval. */
  readonly agreed: readonly string[];
  /** Those who cannot judge it, since they worked on it themselves; empty for everything but an approval. */
  readonly ownWork: readonly string[];
  /** Those who cannot judge it, since whoever's work it is chose them for that; absent for nobody. */
  readonly chosen?: readonly { readonly login: string; readonly by: string }[] | undefined;
  /** Those who have agreed, and have a part that is open still, for which they do not speak as well; absent for nobody. */
  readonly spokenFor?: readonly string[] | undefined;
  /** What an approval judges; empty for every other kind. */
  readonly judged: readonly { readonly title: string; readonly issue: number | undefined }[];
  /** The roles outside the team that it is with, by title; empty when it is with somebody of the team, or with nobody. */
  readonly outside: readonly string[];
  /** What has to be answered before it is clear whether the step is needed; nothing for every other step. */
  readonly question?: { readonly label: string; readonly options: readonly string[] } | undefined;
}

/** How far off a due date is, and at what time of its day. */
interface ReminderTime {
  /** A number is that of days. */
  readonly when: "today" | "tomorrow" | number;
  /** Hours and minutes, `17:00`. */
  readonly dueTime: string;
  /** The time zone of that hour, where it is not that of whoever reads. */
  readonly zone: string | undefined;
}

function howToAnswer({ label, options }: NonNullable<Turn["question"]>): Markdown {
  const lines = options.map((option) => codeSpan(`/decide ${option}`));
  return options.length > 0
    ? md`Please answer **${label}** here: write ${wordsOf(lines, "or")}.`
    : md`Please answer **${label}** here: write ${codeSpan("/decide")} and the answer.`;
}

/** When a step is to be over; one that could not begin in time says so at once. */
function dueWords({ dueDate, expectedDate, dueTime }: Turn): Markdown {
  return expectedDate === undefined
    ? md`due **${dayAndTime(dueDate, dueTime)}**`
    : md`**expected ${longDate(expectedDate)}**, promised ${shortDate(dueDate)}`;
}

/** Somebody who hears that a step is late, and why they do: they answer for it, or started the run when nothing is said. */
export interface ToldOfLate {
  readonly login: string;
  readonly answersFor?: {
    readonly role: string;
    /** Whom they stand in for; nothing when the role is their own. */
    readonly standsInFor: string | undefined;
    /** The process, when it is that they answer for and not the step. */
    readonly process: string | undefined;
  };
  /** Whether they have the run as a step of the run above it; nobody started it then. */
  readonly hasRun?: boolean | undefined;
}

/** How late a step is. */
export interface Lateness {
  /** Business days since its promised date. */
  readonly businessDays: number;
  /** The day its turn came, where that was after its promised date: no fault of whoever has it. */
  readonly turnCameOn: CivilDate | undefined;
}

function lateWords({ title, dueDate }: Turn, { businessDays, turnCameOn }: Lateness): Markdown {
  const since = businessDays < 1 ? "" : `, ${count(businessDays, "business day")} later`;
  return turnCameOn === undefined
    ? md`**${title}** was due on **${longDate(dueDate)}** and is not done yet${since}.`
    : md`**${title}** was due on **${longDate(dueDate)}**, could begin only on **${dayAndMonth(turnCameOn)}**, and is not done yet.`;
}

function finishedLine(step: FinishedStep): Markdown {
  const title = stepWithIssue(step);
  if (step.wasSkipped)
    return step.isNotApproved ? md`- ${title} was skipped: **not approved**.` : md`- ${title} was skipped.`;
  if (step.approvedBy.length > 0) {
    const what = wordsOf(step.approved.map(stepWithIssue), "and");
    return md`- ${namesOf(step.approvedBy)} ${step.approvedBy.length === 1 ? "has" : "have"} approved ${what}.`;
  }
  if (step.isCheckpoint) return md`- ${title} is reached.`;
  const note = step.note === "" ? md`` : md`\n\n${quoted(step.note)}`;
  if (step.outcome !== undefined) return md`- ${title} was decided: **${step.outcome}**.${note}`;
  const by = step.by === undefined ? ours("Finished: ") : md`${personName(step.by)} has finished `;
  const left =
    step.outputs.length > 0
      ? md`, and left you: ${wordsOf(
          step.outputs.map((output) => md`*${output}*`),
          "and",
        )}`
      : md``;
  const values = step.collected.map(
    ({ label, type, value }) => md`  - ${label}: ${collect.value(type, value)}`,
  );
  const entered = values.length === 0 ? md`` : md`\n${joinMarkdown(values, "\n")}`;
  return md`- ${by}${title}${left}.${entered}${note}`;
}

/** Why somebody is told that a step is late; spoken to when they are the only one. */
function whyTold({ login, answersFor, hasRun }: ToldOfLate, isAlone: boolean): Markdown {
  const who = isAlone ? ours("You") : personName(login);
  if (hasRun) return md`${who} ${isAlone ? "have" : "has"} this run as a step of the one above it.`;
  if (answersFor === undefined) return md`${who} started this run.`;
  const what = answersFor.process === undefined ? md`it` : md`**${answersFor.process}**`;
  return answersFor.standsInFor === undefined
    ? md`${who} ${isAlone ? "answer" : "answers"} for ${what} as ${answersFor.role}.`
    : md`${who} ${isAlone ? "stand" : "stands"} in for ${personName(answersFor.standsInFor)}, who answers for ${what} as ${answersFor.role}.`;
}

/** Who has a step. */
function whoHas({
  people,
  outside,
  spokenFor = [],
}: Pick<Turn, "people" | "outside" | "spokenFor">): Markdown {
  const holders = people.length > 0 ? people : spokenFor;
  if (holders.length > 0) return md`It is with ${namesOf(holders)}.`;
  if (outside.length > 0)
    return md`It is with ${wordsOf(
      outside.map((role) => md`${role}`),
      "and",
    )}, outside the team.`;
  return md`Nobody is in charge of it.`;
}

function howMany(policy: ApprovalPolicy): Markdown {
  if (policy === "all") return md` Each of you has to agree.`;
  return policy === "any" || policy === 1 ? md` One of you is enough.` : md` ${policy} of you are enough.`;
}

/** What ends a step of each kind. */
function howToEnd(turn: Turn): Markdown {
  if (turn.question !== undefined) return howToAnswer(turn.question);
  switch (turn.kind) {
    case "approval": {
      const what = turn.judged.map(stepWithIssue);
      const look =
        what.length > 0 ? md`Please look at ${wordsOf(what, "and")}, then write` : md`Please write`;
      const who = turn.people.length > 1 ? howMany(turn.policy) : md``;
      const agreed =
        turn.agreed.length > 0
          ? md` ${namesOf(turn.agreed)} ${turn.agreed.length === 1 ? "has" : "have"} agreed already.`
          : md``;
      const own =
        turn.ownWork.length > 0
          ? md`\n\n${namesOf(turn.ownWork)} worked on it, and nobody can approve their own work: whoever answers for this step can give that part to another person with ${codeSpan(`/hand-to @login for @${turn.ownWork[0] ?? "login"} why`)}.`
          : md``;
      const { spokenFor = [], chosen = [] } = turn;
      const friends = chosen.map(
        ({ login, by }) =>
          md`\n\n${personName(by)} chose ${personName(login)} for this, and part of it is the work of ${personName(by)}: somebody else who answers for this step has to choose who judges it, with ${codeSpan(`/hand-to @login for @${login} why`)}.`,
      );
      const twice =
        spokenFor.length > 0
          ? md`\n\n${namesOf(spokenFor)} ${spokenFor.length === 1 ? "has" : "have"} agreed already, and nobody speaks for two: whoever answers for this step can give the part that is open to another person with ${codeSpan(`/hand-to @login for @${spokenFor[0] ?? "login"} why`)}.`
          : md``;
      return md`${look} ${codeSpan("/approve")}, or ${codeSpan("/changes")} and what should change.${who}${agreed}${own}${joinMarkdown(friends, "")}${twice}`;
    }
    case "decision":
      return md`Please write ${wordsOf(
        turn.options.map((option) => codeSpan(`/decide ${option}`)),
        "or",
      )}.`;
    default:
      return turn.collect.length === 0
        ? md`When it is done, close this issue.`
        : collect.howToEnd(turn.collect);
  }
}

/** What people hear of a step whose turn it is: what to do, and that it is due or late. */
export const turns = {
  howToEnd,
  /** `brief` is the issue that says what the run is for, where it is a step of another run. */
  handoff: (turn: Turn, finished: readonly FinishedStep[], brief?: number) => {
    const moved =
      turn.plannedFor === undefined ? md`` : md` It was first planned for ${shortDate(turn.plannedFor)}.`;
    const asked =
      brief === undefined
        ? md``
        : md`\n\nWhat is wanted, and what you have to work with, stands in ${issueLink(brief)}.`;
    const before = finished.length > 0 ? md`\n\n${joinMarkdown(finished.map(finishedLine), "\n")}` : md``;
    return md`${mentionsOf(turn.people)}, it is your turn: **${turn.title}**, ${dueWords(turn)}.${moved}${before}${asked}\n\n${howToEnd(turn)}`;
  },
  asks: (turn: Turn) =>
    md`${mentionsOf(turn.people)}, whether **${turn.title}** is needed hangs on an answer that nobody has given yet. All before it is over, and it is due **${longDate(turn.dueDate)}**.\n\n${howToEnd(turn)}`,
  nobodyInCharge: (title: string, accountable: readonly string[]) =>
    md`${accountable.length > 0 ? md`${mentionsOf(accountable)}, it` : md`It`} is time for **${title}**, and nobody is in charge of it. Whoever takes it, please write ${codeSpan("/hand-to @login why")}.`,
  /** It is time for a step that is with somebody outside the team; `chased` looks after it. */
  outsideTurn: (turn: Turn, chased: readonly string[]) =>
    md`${chased.length > 0 ? md`${mentionsOf(chased)}, it` : md`It`} is time for **${turn.title}**, ${dueWords(turn)}. ${whoHas(turn)} You look after it from here, and are reminded in their place.\n\n${howToEnd(turn)}`,
  /** `told` are those whose turn it is, or whoever looks after a step that nobody of the team has. */
  reminder: (turn: Turn, told: readonly string[], { when, dueTime, zone }: ReminderTime) => {
    const distance = typeof when === "number" ? `in ${count(when, "day")}` : when;
    const who = turn.people.length > 0 ? md`` : md` ${whoHas(turn)}`;
    return md`${mentionsOf(told)}, a reminder: **${turn.title}** is due ${distance}, on **${longDate(turn.dueDate)}** at ${dueTime}${zone === undefined ? md`` : md` in ${zone}`}.${who}\n\n${howToEnd(turn)} If the date cannot work, write ${codeSpan("/due")} with a new date and why, or ${codeSpan("/hand-to")} with a name and why.`;
  },
  escalation: (turn: Turn, late: Lateness, told: readonly ToldOfLate[]) => {
    const why = told.map((person) => whyTold(person, told.length === 1));
    return md`${mentionsOf(told.map(({ login }) => login))}, ${lateWords(turn, late)} ${whoHas(turn)} ${joinMarkdown(why, " ")}\n\nCould you help it along? ${codeSpan("/due")} gives it another date, ${codeSpan("/hand-to")} another person, ${codeSpan("/skip")} leaves it out. Each needs a few words why.`;
  },
  overdue: (turn: Turn, late: Lateness) =>
    md`${mentionsOf(turn.people)}, ${lateWords(turn, late)} Does it need another date (${codeSpan("/due")}), another person (${codeSpan("/hand-to")}), or nothing at all (${codeSpan("/skip")})? Each needs a few words why.`,
};
