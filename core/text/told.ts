import type { CivilDate } from "../calendar/index.ts";
import { longDate, shortDate } from "./format-date.ts";
import { codeSpan, issueLink, type Markdown, md, personName, quoted } from "./markdown.ts";
import { count } from "./plural.ts";
import { mentionsOf, namesOf, stepWithIssue, wordsOf } from "./word-lists.ts";

/** A step with the date it has now. */
interface DatedStep {
  readonly title: string;
  readonly issue: number | undefined;
  readonly dueDate: CivilDate;
}

/** Why dates are others now. */
export type DateCause =
  | {
      readonly kind: "moved";
      readonly anchor: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** The issue of the run that was moved, and this one with it; nothing when it was this one. */
      readonly above: number | undefined;
    }
  | ({ readonly kind: "due" } & DatedStep);

/** Somebody who has more steps than this finds the others in the table. */
const mostSteps = 3;

const because = (reason: string): Markdown => (reason === "" ? md`.` : md`:\n\n${quoted(reason)}`);

function whatMoved(by: string, cause: DateCause): Markdown {
  if (cause.kind === "due")
    return md`${personName(by)} has moved ${stepWithIssue(cause)} to **${longDate(cause.dueDate)}**`;
  const days = md`from ${shortDate(cause.from)} to **${longDate(cause.to)}**`;
  const anchor = cause.anchor.toLowerCase();
  return cause.above === undefined
    ? md`${personName(by)} has moved the **${anchor}** ${days}`
    : md`${personName(by)} has moved ${issueLink(cause.above)}, and with it the **${anchor}** of this run ${days}`;
}

function datesOf(steps: readonly DatedStep[]): Markdown {
  const shown = steps
    .slice(0, mostSteps)
    .map((step) => md`${stepWithIssue(step)} **${shortDate(step.dueDate)}**`);
  const more = steps.length - shown.length;
  return wordsOf([...shown, ...(more > 0 ? [md`${count(more, "more step")}`] : [])], "and");
}

/** What those hear whom something concerns that somebody else asked for. */
export const told = {
  newDates: (facts: {
    readonly people: readonly string[];
    readonly by: string;
    readonly cause: DateCause;
    readonly reason: string;
    readonly steps: readonly DatedStep[];
  }) =>
    md`${mentionsOf(facts.people)}, ${whatMoved(facts.by, facts.cause)}${because(facts.reason)}\n\nNew ${facts.steps.length === 1 ? "date" : "dates"}: ${datesOf(facts.steps)}.`,
  oldDates: (facts: {
    readonly people: readonly string[];
    readonly by: string;
    readonly steps: readonly DatedStep[];
  }) =>
    md`${mentionsOf(facts.people)}, ${personName(facts.by)} has taken that back. ${facts.steps.length === 1 ? "Date" : "Dates"} now: ${datesOf(facts.steps)}.`,
  handed: (facts: {
    readonly to: readonly string[];
    readonly from: readonly string[];
    readonly by: string;
    readonly title: string;
    readonly dueDate: CivilDate;
    readonly reason: string;
    readonly isApproval: boolean;
    readonly isTheirTurn: boolean;
    readonly ending: Markdown;
  }) => {
    const { to, from, by, title } = facts;
    const turn = facts.isTheirTurn ? facts.ending : md`You will hear from me when it is your turn.`;
    const given =
      to.length === 0
        ? md`${personName(by)} has taken over **${title}**${because(facts.reason)}`
        : md`${mentionsOf(to)}, ${personName(by)} ${facts.isApproval ? "asks you to decide on" : "has given you"} **${title}**, due **${longDate(facts.dueDate)}**${because(facts.reason)}\n\n${turn}`;
    const free =
      from.length === 0 ? md`` : md`\n\n${mentionsOf(from)}, there is nothing more for you to do here.`;
    return md`${given}${free}`;
  },
  handedBack: (people: readonly string[], by: string, title: string, holders: readonly string[]) =>
    md`${mentionsOf(people)}, ${personName(by)} has taken that back: **${title}** is with ${namesOf(holders)}.`,
  askedAgain: (facts: {
    readonly people: readonly string[];
    readonly by: string;
    readonly title: string;
    readonly issue: number | undefined;
  }) =>
    md`${mentionsOf(facts.people)}, ${facts.by === "" ? md`somebody` : personName(facts.by)} has changed the text of ${stepWithIssue(facts)} after it was approved. What you agreed to is no longer what stands there, so I ask again: please look once more, and write ${codeSpan("/approve")}, or ${codeSpan("/changes")} and what should change.`,
  changedWhenOver: ({
    people,
    by,
    changed,
    approval,
  }: {
    readonly people: readonly string[];
    readonly by: string;
    readonly changed: Omit<DatedStep, "dueDate">;
    readonly approval: Omit<DatedStep, "dueDate">;
  }) => {
    const who = by === "" ? (people.length > 0 ? md`somebody` : md`Somebody`) : personName(by);
    const to = people.length > 0 ? md`${mentionsOf(people)}, ` : md``;
    const again =
      approval.issue === undefined
        ? md``
        : md` If it should be judged anew, please open ${issueLink(approval.issue)} again.`;
    return md`${to}${who} has changed the text of ${stepWithIssue(changed)} since it was approved with ${stepWithIssue(approval)}. This run is over, so the approval stands as it was given.${again}`;
  },
  notApproved: (facts: {
    readonly people: readonly string[];
    readonly by: string;
    readonly title: string;
    readonly reason: string;
  }) =>
    md`${facts.people.length > 0 ? md`${mentionsOf(facts.people)}, ` : md``}${personName(facts.by)} has left **${facts.title}** out, so it is **not approved**${because(facts.reason)}`,
};
