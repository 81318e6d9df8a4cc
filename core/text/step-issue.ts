import type { CivilDate } from "../calendar/index.ts";
import type { ApprovalPolicy, CollectType } from "../definition/index.ts";
import { collect } from "./collect.ts";
import { dayAndMonth, dayAndTime, longDate, shortDate } from "./format-date.ts";
import {
  codeSpan,
  issueLink,
  joinMarkdown,
  link,
  type Markdown,
  md,
  personName,
  quoted,
} from "./markdown.ts";
import { count } from "./plural.ts";
import { type Reaction, reactionWords } from "./reaction-words.ts";
import { type SiblingWords, siblings } from "./siblings.ts";
import { type Turn, turns } from "./turns.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

interface RolePerson {
  readonly role: string;
  readonly person: string | undefined;
}

/** What is handed over with a step. */
export interface Handover {
  /** The roles outside the team that do it, since nobody can be assigned for them; empty for most. */
  readonly outside: readonly string[];
  readonly inputs: readonly {
    readonly what: string;
    readonly step?: string;
    readonly role?: string;
    readonly people: readonly string[];
  }[];
  readonly outputs: readonly string[];
  readonly tools: readonly string[];
  readonly consulted: readonly RolePerson[];
  readonly informed: readonly RolePerson[];
  readonly accountable: RolePerson;
}

function rolePeople(people: readonly RolePerson[]): Markdown {
  return wordsOf(
    people.map(({ role, person }) =>
      person === undefined ? md`${role}` : md`${role} (${personName(person)})`,
    ),
    "and",
  );
}

/** Minutes as people say them: 45 minutes, 1 hour, 2 h 30 min. */
function duration(minutes: number): string {
  if (minutes < 60) return count(minutes, "minute");
  return minutes % 60 === 0
    ? count(minutes / 60, "hour")
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

interface Decider {
  readonly role: string;
  readonly people: readonly string[];
  readonly hasAgreed: boolean;
}

function decidersLine(deciders: readonly Decider[], policy: ApprovalPolicy): Markdown {
  if (deciders.length === 0) return md``;
  const who = deciders.map(({ role, people, hasAgreed }) => {
    const agreed = hasAgreed ? md`, has agreed` : md``;
    return md`${people.length > 0 ? namesOf(people) : md`**nobody**`} (${role}${agreed})`;
  });
  const some = typeof policy === "number" ? md`${policy} of ` : md``;
  return md`\n\n**Who decides:** ${some}${wordsOf(who, policy === "any" ? "or" : "and")}`;
}

function waitingLine(
  waiting: readonly { readonly title: string; readonly people: readonly string[] }[],
): Markdown {
  if (waiting.length === 0) return md``;
  const steps = waiting.map(
    ({ title, people }) => md`**${title}**${people.length > 0 ? md` (${namesOf(people)})` : md``}`,
  );
  return md`\n\n**Waiting for it:** ${wordsOf(steps, "and")}`;
}

function handedOverLines(
  from: readonly {
    readonly title: string;
    readonly values: readonly {
      readonly label: string;
      readonly type: CollectType;
      readonly value: string;
    }[];
  }[],
): Markdown {
  if (from.length === 0) return md``;
  const lines = from.flatMap(({ title, values }) =>
    values.map(({ label, type, value }) => md`- ${label}: ${collect.value(type, value)} (from **${title}**)`),
  );
  return md`\n\n**Handed over**\n\n${joinMarkdown(lines, "\n")}`;
}

function notNeeded(because: readonly Markdown[], process: string, run: number): Markdown {
  const why = because.length > 0 ? md`: ${wordsOf(because, "and")}` : md``;
  return md`**Not needed this time**${why}.\n\nA step of ${process}, ${issueLink(run)}`;
}

function notApproved(
  by: string,
  {
    isProcess,
    process,
    run,
  }: { readonly isProcess: boolean; readonly process: string; readonly run: number },
): Markdown {
  const who = by === "" ? md`` : md` by ${personName(by)}`;
  const what = isProcess
    ? md`this step was skipped${who}, and with it an approval that nobody had given.`
    : md`this approval was skipped${who}, so nobody has agreed to what it judges.`;
  return md`**Not approved:** ${what}\n\nA step of ${process}, ${issueLink(run)}`;
}

/** The body of a step's issue. */
export const stepIssue = {
  facts: (facts: {
    readonly position: number;
    readonly steps: number;
    readonly run: number;
    readonly process: string;
    /** The heading it stands under in the process. */
    readonly phase?: string;
    readonly dueDate: CivilDate;
    /** When it will be over if everybody works on from today, where that is after the due date. */
    readonly expectedDate: CivilDate | undefined;
    /** The moment on the due date, where the step names one. */
    readonly dueTime?: string;
    /** The day that the handbook names, where that is a day off and the step is due beside it. */
    readonly insteadOf: CivilDate | undefined;
    readonly baselineDueDate: CivilDate;
    readonly effortMinutes: number | undefined;
    readonly respondMinutes: number | undefined;
    /** Its first reaction, or that there was none in time; absent while there is still time. */
    readonly reaction?: Reaction | undefined;
    readonly waitsFor: readonly string[];
    /** What it waits for in other runs, over or not; absent for most. */
    readonly siblings?: readonly SiblingWords[];
    /** Whether it is a process of its own, which has steps that begin instead of people who do. */
    readonly isProcess: boolean;
    /** Who decides for which role; empty for all but approvals. */
    readonly deciders: readonly Decider[];
    readonly policy: ApprovalPolicy;
    /** The steps that wait for this one, with their people. */
    readonly waiting: readonly { readonly title: string; readonly people: readonly string[] }[];
    /** What was entered in the steps that it takes something from; absent where nothing was. */
    readonly handedOver?: readonly {
      readonly title: string;
      readonly values: readonly {
        readonly label: string;
        readonly type: CollectType;
        readonly value: string;
      }[];
    }[];
    /** Whether the step is left out of this run, and the answers that ruled it out. */
    readonly isLeftOut: boolean;
    /** Where a newer text of the step can be read; absent while its issue says what counts. */
    readonly newerText?: string;
    readonly notNeeded: readonly Markdown[];
    /** Who has skipped an approval that is locked, so that it was not given; empty when that cannot be told. */
    readonly notApprovedBy?: string;
  }) => {
    if (facts.isLeftOut) return notNeeded(facts.notNeeded, facts.process, facts.run);
    if (facts.notApprovedBy !== undefined) return notApproved(facts.notApprovedBy, facts);
    const moved =
      facts.dueDate === facts.baselineDueDate ? md`` : md` (planned for ${shortDate(facts.baselineDueDate)})`;
    const effort =
      facts.effortMinutes === undefined ? md`` : md` · about ${duration(facts.effortMinutes)} of work`;
    const respond =
      facts.respondMinutes === undefined
        ? md``
        : md` · ${reactionWords(facts.reaction) ?? md`first reaction within ${duration(facts.respondMinutes)}`}`;
    const place = facts.position > 0 ? md`Step ${facts.position} of ${facts.steps} of` : md`A step added to`;
    const phase = facts.phase === undefined ? md`` : md` · ${facts.phase}`;
    const before = wordsOf(
      facts.waitsFor.map((title) => md`**${title}**`),
      "and",
    );
    const waits =
      facts.waitsFor.length === 0
        ? facts.isProcess
          ? md`\n\nIts steps can begin: nothing before it is open.`
          : md`\n\nYou can begin: nothing before it is open.`
        : md`\n\nWaits for ${before}. ${facts.isProcess ? "Its first step begins after that." : "You will hear from me when it is your turn."}`;
    const due =
      facts.expectedDate === undefined
        ? md`**Due ${dayAndTime(facts.dueDate, facts.dueTime)}**`
        : md`**Expected ${longDate(facts.expectedDate)}**, promised ${shortDate(facts.dueDate)}`;
    const instead =
      facts.insteadOf === undefined ? md`` : md` (since ${dayAndMonth(facts.insteadOf)} is a day off)`;
    const newer =
      facts.newerText === undefined
        ? md``
        : md`\n\n**Since then:** the run follows a newer text of the process. ${link("What it says of this step", facts.newerText)} goes before what stands below.`;
    return md`${due}${instead}${moved}${effort}${respond}${newer}\n\n${place} ${facts.process}, ${issueLink(facts.run)}${phase}${decidersLine(facts.deciders, facts.policy)}${waits}${siblings.inStep(facts.siblings ?? [])}${waitingLine(facts.waiting)}${handedOverLines(facts.handedOver ?? [])}`;
  },
  handover: (handover: Handover) => {
    const inputs = handover.inputs.map(({ what, step, role, people }) => {
      if (step !== undefined) return md`- ${what}, from **${step}**`;
      const who = people.length > 0 ? md` (${namesOf(people)})` : md``;
      return md`- ${what}, from ${`the ${role?.toLowerCase() ?? ""}`}${who}. Ask in good time.`;
    });
    const outputs = handover.outputs.map((output) => md`- ${output}`);
    const lines = [
      handover.outside.length > 0
        ? md`**Who does it:** ${handover.outside.join(", ")}, outside the team`
        : md``,
      handover.tools.length > 0 ? md`**Tools:** ${handover.tools.join(", ")}` : md``,
      handover.consulted.length > 0 ? md`**Ask for advice:** ${rolePeople(handover.consulted)}` : md``,
      handover.informed.length > 0 ? md`**Tell when it is done:** ${rolePeople(handover.informed)}` : md``,
      md`**Answers for it:** ${rolePeople([handover.accountable])}`,
    ];
    return joinMarkdown(
      [
        inputs.length > 0 ? md`**What you need**\n\n${joinMarkdown(inputs, "\n")}` : md``,
        outputs.length > 0 ? md`**What you leave behind**\n\n${joinMarkdown(outputs, "\n")}` : md``,
        joinMarkdown(lines, "\n"),
      ],
      "\n\n",
    );
  },
  answers: (list: Markdown) => md`**Said at the start**\n\n${list}`,
  /** Written before every issue exists, so it names steps without their numbers. */
  ending: (turn: Turn) => {
    const judged = turn.judged.map(({ title }) => ({ title, issue: undefined }));
    return md`---\n\n${turns.howToEnd({ ...turn, judged })}`;
  },
  childEnding: (process: string) =>
    md`---\n\n**${process}** has steps of its own: they are the sub-issues of this issue, and their plan stands in the first comment below. I close this issue when they are done. To leave all of it out, write ${codeSpan("/cancel")} and why.\n\nIt began with:`,
  /** A step, and how many more there are of its kind. */
  andOthers: (title: string, others: number) =>
    others === 0 ? title : `${title} and ${others === 1 ? "one" : others} more like it`,
  takesThePlaceOf: (issue: number) =>
    md`> **Please note:** this issue takes the place of ${issueLink(issue)}, which somebody took off this run. Please close that one if nobody needs it.`,
  /** The step of a run whose work an approver of the run above wants changed. */
  changesTitle: "Make the changes that were asked for",
  changesTakenBack: "Nothing has to be changed after all.",
  addedBecause: (by: string, reason: string) =>
    reason === "" ? md`Added by ${personName(by)}.` : md`Added by ${personName(by)}:\n\n${quoted(reason)}`,
  footer: (url: { readonly site?: string; readonly source: string }) => {
    const read = url.site === undefined ? md`` : md`${link("This process in the handbook", url.site)} · `;
    return md`<sub>${read}${link("The text this run follows", url.source)} · Write ${codeSpan("/help")} in a comment to see what else you can do.</sub>`;
  },
};
