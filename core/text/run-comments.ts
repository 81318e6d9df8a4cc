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
  mention,
  ours,
  personName,
  quoted,
} from "./markdown.ts";
import { count, listInWords } from "./plural.ts";
import { namesFor, namesOf, wordsOf } from "./word-lists.ts";

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

/** A step that is expected later than it was promised, or that others wait for in vain. */
export interface SlippingStep {
  readonly title: string;
  readonly issue: number | undefined;
  readonly people: readonly string[];
  /** The roles outside the team that it is with, by title; empty when it is with somebody of the team, or with nobody. */
  readonly outside: readonly string[];
  readonly promised: CivilDate;
  readonly expected: CivilDate;
  /** Whether it is a run of its own: what helps it along is written in that. */
  readonly isRun: boolean;
}

/** So many steps are named; the status has them all. */
const mostSlippingSteps = 3;

const mentions = (people: readonly string[]): Markdown => wordsOf(people.map(mention), "and");

function named(title: string, issue: number | undefined): Markdown {
  return issue === undefined ? md`**${title}**` : md`**${title}** (${issueLink(issue)})`;
}

/** Whom a step is with, as one reader reads it. */
function holderFor(told: string, { people, outside }: SlippingStep): Markdown {
  if (people.length > 0) return namesFor(told, people);
  return outside.length > 0 ? md`${listInWords(outside)} (outside)` : md`nobody`;
}

function slippingLine({ title, issue, promised, expected }: SlippingStep): Markdown {
  return md`- ${named(title, issue)}: expected ${dayAndMonth(expected)}, promised ${dayAndMonth(promised)}`;
}

function finishedLine(step: FinishedStep): Markdown {
  const title = named(step.title, step.issue);
  if (step.wasSkipped)
    return step.isNotApproved ? md`- ${title} was skipped: **not approved**.` : md`- ${title} was skipped.`;
  if (step.approvedBy.length > 0) {
    const what = wordsOf(
      step.approved.map((judged) => named(judged.title, judged.issue)),
      "and",
    );
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
      const what = turn.judged.map(({ title, issue }) => named(title, issue));
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
      const { spokenFor = [] } = turn;
      const twice =
        spokenFor.length > 0
          ? md`\n\n${namesOf(spokenFor)} ${spokenFor.length === 1 ? "has" : "have"} agreed already, and nobody speaks for two: whoever answers for this step can give the part that is open to another person with ${codeSpan(`/hand-to @login for @${spokenFor[0] ?? "login"} why`)}.`
          : md``;
      return md`${look} ${codeSpan("/approve")}, or ${codeSpan("/changes")} and what should change.${who}${agreed}${own}${twice}`;
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

export const runComments = {
  /** Whom a sentence is for, before it; nothing where nobody knows who did it. */
  to: (login: string) => (login === "" ? md`` : md`${mention(login)}, `),
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
    return md`${mentions(turn.people)}, it is your turn: **${turn.title}**, ${dueWords(turn)}.${moved}${before}${asked}\n\n${howToEnd(turn)}`;
  },
  asks: (turn: Turn) =>
    md`${mentions(turn.people)}, whether **${turn.title}** is needed hangs on an answer that nobody has given yet. All before it is over, and it is due **${longDate(turn.dueDate)}**.\n\n${howToEnd(turn)}`,
  nobodyInCharge: (title: string, accountable: readonly string[]) =>
    md`${accountable.length > 0 ? md`${mentions(accountable)}, it` : md`It`} is time for **${title}**, and nobody is in charge of it. Whoever takes it, please write ${codeSpan("/hand-to @login why")}.`,
  /** It is time for a step that is with somebody outside the team; `chased` looks after it. */
  outsideTurn: (turn: Turn, chased: readonly string[]) =>
    md`${chased.length > 0 ? md`${mentions(chased)}, it` : md`It`} is time for **${turn.title}**, ${dueWords(turn)}. ${whoHas(turn)} You look after it from here, and are reminded in their place.\n\n${howToEnd(turn)}`,
  /** `told` are those whose turn it is, or whoever looks after a step that nobody of the team has. */
  reminder: (turn: Turn, told: readonly string[], { when, dueTime, zone }: ReminderTime) => {
    const distance = typeof when === "number" ? `in ${count(when, "day")}` : when;
    const who = turn.people.length > 0 ? md`` : md` ${whoHas(turn)}`;
    return md`${mentions(told)}, a reminder: **${turn.title}** is due ${distance}, on **${longDate(turn.dueDate)}** at ${dueTime}${zone === undefined ? md`` : md` in ${zone}`}.${who}\n\n${howToEnd(turn)} If the date cannot work, write ${codeSpan("/due")} with a new date and why, or ${codeSpan("/hand-to")} with a name and why.`;
  },
  escalation: (turn: Turn, late: Lateness, told: readonly ToldOfLate[]) => {
    const why = told.map((person) => whyTold(person, told.length === 1));
    return md`${mentions(told.map(({ login }) => login))}, ${lateWords(turn, late)} ${whoHas(turn)} ${joinMarkdown(why, " ")}\n\nCould you help it along? ${codeSpan("/due")} gives it another date, ${codeSpan("/hand-to")} another person, ${codeSpan("/skip")} leaves it out. Each needs a few words why.`;
  },
  overdue: (turn: Turn, late: Lateness) =>
    md`${mentions(turn.people)}, ${lateWords(turn, late)} Does it need another date (${codeSpan("/due")}), another person (${codeSpan("/hand-to")}), or nothing at all (${codeSpan("/skip")})? Each needs a few words why.`,
  changesRequested: (facts: {
    readonly people: readonly string[];
    readonly by: string;
    readonly title: string;
    readonly reason: string;
    readonly dueDate: CivilDate;
    readonly isPast: boolean;
    /** Whether the work is a run of its own, with a step for the changes. */
    readonly isRun: boolean;
  }) => {
    const [what, command] = facts.isRun ? ["This run", "/move"] : ["The step", "/due"];
    const due = facts.isPast
      ? md`${what} is open again, and its date, **${longDate(facts.dueDate)}**, has passed: ${codeSpan(command)} with a day and why gives it a new one.`
      : md`${what} is open again and due **${longDate(facts.dueDate)}**.`;
    return md`${mentions(facts.people)}, ${personName(facts.by)} asks for changes to **${facts.title}**:\n\n${quoted(facts.reason)}\n\n${due} ${
      facts.isRun
        ? md`I add a step to it for the changes: close that one when they are made. If another step has to be done over, open its issue again.`
        : md`When the changes are made, close this issue.`
    }`;
  },
  closingIsNoApproval: (closer: string | null) =>
    md`${closer === null ? md`Closing` : md`${mention(closer)}, closing`} this issue does not approve it, so I opened it again. The approvers can write ${codeSpan("/approve")}, or ${codeSpan("/changes")} and what should change.`,
  closingIsNoDecision: (closer: string | null, options: readonly string[]) =>
    md`${closer === null ? md`Closing` : md`${mention(closer)}, closing`} this issue leaves it open which way to go, so I opened it again. Please write ${wordsOf(
      options.map((option) => codeSpan(`/decide ${option}`)),
      "or",
    )}.`,
  closingIsNoEnd: (closer: string | null, open: number) =>
    md`${closer === null ? md`` : md`${mention(closer)}, `}${count(open, "step")} of this run ${open === 1 ? "is" : "are"} still open, so I opened it again. To end it early, write ${codeSpan("/cancel")} and why.`,
  answerWas: (question: string, answer: string, reason: string) =>
    md`the answer to “${question}” is **${answer}**${reason === "" ? md`` : md` (“${reason}”)`}`,
  leftOut: (title: string, because: readonly Markdown[]) =>
    md`**${title}** is not needed in this run${because.length > 0 ? md`: ${wordsOf(because, "and")}` : md``}. I have closed it as not planned.`,
  putOff: (time: string) =>
    md`GitHub lets me make only so many issues in an hour, and no more until about **${time}**. I go on then by myself; until all steps are there, this run is not complete.`,
  assignedAgain: (by: string, people: readonly string[], isApproval: boolean) =>
    isApproval
      ? md`${mention(by)}, assigning an approval to somebody else does not change who decides, so it is back with ${namesFor(by, people)}. To hand it on, write ${codeSpan("/hand-to @login for @login why")}.`
      : md`${mention(by)}, a step always belongs to somebody, so this one is back with ${namesFor(by, people)}. To give it to somebody else, write ${codeSpan("/hand-to @login why")}.`,
  addedByHand: (facts: {
    readonly process: string;
    readonly run: number;
    readonly people: readonly string[];
    readonly dueDate: CivilDate;
    /** Name of the anchor date, when it is due on that. */
    readonly anchor: string | undefined;
  }) =>
    md`This is a step of ${facts.process}, ${issueLink(facts.run)}, now. It is with ${namesOf(facts.people)} and due **${longDate(facts.dueDate)}**${facts.anchor === undefined ? md`` : md`, the ${facts.anchor.toLowerCase()}`}. ${codeSpan("/due")} with a day and why gives it another date, ${codeSpan("/hand-to @login why")} another person.`,
  informed: (facts: {
    readonly people: readonly string[];
    readonly title: string;
    readonly by: string | undefined;
    readonly outcome: string | undefined;
    readonly outputs: readonly string[];
    readonly wasSkipped: boolean;
    readonly isNotApproved: boolean;
  }) => {
    const by = facts.by === undefined ? md`` : md` by ${personName(facts.by)}`;
    const what = facts.wasSkipped
      ? md`was left out${by}${facts.isNotApproved ? ours(", so it is **not approved**") : md``}`
      : facts.outcome === undefined
        ? md`is done${facts.by === undefined ? md`` : md`, by ${personName(facts.by)}`}`
        : md`was decided${by}: **${facts.outcome}**`;
    const left =
      facts.outputs.length > 0
        ? md` It leaves ${wordsOf(
            facts.outputs.map((output) => md`*${output}*`),
            "and",
          )}.`
        : md``;
    return md`${mentions(facts.people)}, for your information: **${facts.title}** ${what}.${left} There is nothing for you to do.`;
  },
  /** `slipping` and `causes` are never empty together; a date that begins the run is not the one at risk, so it is left out. */
  dateAtRisk: (facts: {
    readonly told: string;
    readonly anchor: string;
    readonly date: CivilDate | undefined;
    readonly hasPassed: boolean;
    readonly slipping: readonly SlippingStep[];
    readonly causes: readonly SlippingStep[];
    /** Runs inside this one that somebody has moved to a later day, and whoever is told has not heard of. */
    readonly moves: readonly {
      readonly title: string;
      readonly issue: number | undefined;
      readonly by: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
    }[];
    readonly moveTo: CivilDate | undefined;
  }) => {
    const what =
      facts.date === undefined
        ? md`this run will be over later than promised`
        : facts.hasPassed
          ? md`the **${facts.anchor.toLowerCase()}** was **${longDate(facts.date)}**, and what was promised by then is not done`
          : md`the **${facts.anchor.toLowerCase()}**, **${longDate(facts.date)}**, is at risk`;
    const more = facts.slipping.length - mostSlippingSteps;
    const lines = [
      ...facts.slipping.slice(0, mostSlippingSteps).map(slippingLine),
      ...(more > 0 ? [md`- and ${count(more, "more step")}`] : []),
    ];
    const causes = facts.causes.slice(0, mostSlippingSteps).map((cause) => {
      return md`${named(cause.title, cause.issue)}, with ${holderFor(facts.told, cause)}, promised ${dayAndMonth(cause.promised)}`;
    });
    const moves = facts.moves
      .slice(0, mostSlippingSteps)
      .map(
        ({ title, issue, by, from, to }) =>
          md`${named(title, issue)}, which ${personName(by)} has moved from ${dayAndMonth(from)} to ${dayAndMonth(to)}`,
      );
    const reasons = [...moves, ...causes];
    const why = reasons.length === 0 ? md`` : md`\n\nWhat holds it up: ${wordsOf(reasons, "and")}.`;
    const isOnlyRuns = facts.causes.length > 0 && facts.causes.every(({ isRun }) => isRun);
    const help = isOnlyRuns
      ? md`Help along what holds it up: it has steps of its own, and its issue shows whose turn it is.`
      : md`Help along what holds it up: in its issue, ${codeSpan("/hand-to @login why")} gives it to somebody else, and ${codeSpan("/skip why")} leaves it out.`;
    const move =
      facts.moveTo === undefined
        ? md`Agree on a later day: ${codeSpan("/due")} with a day and why in the issue of a step.`
        : md`Agree on a later ${facts.anchor.toLowerCase()}: ${codeSpan(`/move ${facts.moveTo} why`)} here moves everything to ${longDate(facts.moveTo)}, so that every step has its time again.`;
    return md`${mention(facts.told)}, ${what}:\n\n${joinMarkdown(lines, "\n")}${why}\n\nThere are two ways out:\n\n1. ${help}\n2. ${move}`;
  },
  /** `words` are those of an earlier comment of ours, as Markdown. */
  riskIsOver: (words: string, on: CivilDate) =>
    md`${ours(words)}\n\n**Since ${longDate(on)} it is expected in time again.**`,
  childAgainstDate: (facts: {
    readonly told: string;
    readonly title: string;
    readonly issue: number | undefined;
    readonly happened:
      | { readonly kind: "moved"; readonly by: string; readonly from: CivilDate; readonly to: CivilDate }
      | { readonly kind: "ended"; readonly on: CivilDate; readonly promised: CivilDate }
      | { readonly kind: "cancelled"; readonly by: string };
  }) => {
    const { happened } = facts;
    const child = named(facts.title, facts.issue);
    const who = (by: string) => (by === "" ? md`Somebody` : personName(by));
    switch (happened.kind) {
      case "moved":
        return md`${mention(facts.told)}, ${who(happened.by)} has moved ${child}: expected ${dayAndMonth(happened.to)}, promised to this run for ${dayAndMonth(happened.from)}. What waits for it may begin later.`;
      case "ended":
        return md`${mention(facts.told)}, ${child} ended on ${dayAndMonth(happened.on)}, promised to this run for ${dayAndMonth(happened.promised)}.`;
      case "cancelled":
        return md`${mention(facts.told)}, ${who(happened.by)} has cancelled ${child}, so this run goes on without it. If that cannot be, open its issue again.`;
    }
  },
  skipped: (title: string, by: string, reason: string) =>
    md`${personName(by)} has left **${title}** out of this run${reason === "" ? md`.` : md`:\n\n${quoted(reason)}`}`,
  cancelled: (by: string, reason: string) =>
    md`${personName(by)} has ended this run${reason === "" ? md`.` : md`:\n\n${quoted(reason)}`}\n\nI have closed the open steps as not planned.`,
  cancelledByHand: (by: string) =>
    md`${by === "" ? md`This issue was closed as not planned` : md`${mention(by)}, you have closed this issue as not planned`}, so I have ended the run and closed its open steps. If that was a slip, open this issue again: I take the run up where it stopped.`,
  nothingLeft: (by: string | null) =>
    md`${by === null ? md`` : md`${mention(by)}, `}every step of this run is done, so I have closed it again. To do something over, open the issue of that step: the run then goes on.`,
  /** On a step of a cancelled run that somebody opened; `run` is its issue. */
  cancelledWithRun: (by: string, run: number) =>
    md`${mention(by)}, the run that this belongs to has been cancelled, so I have closed this again. To go on with it, open ${issueLink(run)}: I take that run up where it stopped.`,
  goesOn: (by: string, title: string) =>
    md`${by === "" ? md`` : md`${mention(by)}, `}**${title}** is open again, so this run goes on. I close this issue when the last step is done.`,
};
