import type { CivilDate } from "../calendar/index.ts";
import { longDate } from "./format-date.ts";
import { count, listInWords } from "./plural.ts";

const isOrAre = (people: readonly string[]) => `${listInWords(people)} ${people.length === 1 ? "is" : "are"}`;

/** Sentences of plans. Arguments are plain text: escaping belongs to whoever prints them. */
export const plan = {
  /** Stands in a title or a text for an answer that nobody has given yet. */
  answerToCome: (question: string) => `‹${question.replace(/(?<![?:])[?:]+$/, "")}›`,
  /** Stands there once it is known that the question was left empty. */
  answerNotGiven: (question: string) => `(${question.replace(/(?<![?:])[?:]+$/, "")}: not given)`,
  dateUnknown: (title: string, question: string) =>
    `“${title}” counts from “${question}”, which nobody has answered yet; until then it is planned right after what it waits for.`,
  nonBusinessAnchor: (anchor: string, date: CivilDate) =>
    `The ${anchor.toLowerCase()}, ${longDate(date)}, is not a business day.`,
  farAway: (anchor: string, date: CivilDate) =>
    `The ${anchor.toLowerCase()}, ${longDate(date)}, is more than five years away.`,
  farAwayStep: (title: string, due: CivilDate) =>
    `“${title}” is due on ${longDate(due)}, which is more than five years away.`,
  /** `longest` are the titles of those that come from one list or one window; empty when none do. */
  tooManySteps: (title: string, steps: number, most: number, longest: readonly string[]) =>
    `“${title}” would have ${steps} steps${longest.length > 1 ? `, ${longest.length} of them from “${longest[0]}” to “${longest.at(-1)}”, one for each of a list or again and again` : ""}, and a run has at most ${most}. Name what belongs together in one line, or start several runs.`,
  away: (title: string, person: string) => `“${title}”: ${person} is away then.`,
  pastDue: (title: string, due: CivilDate) =>
    `“${title}” would have been due on ${longDate(due)}, which is past.`,
  tooTight: (title: string, due: CivilDate, laterTitles: readonly string[]) =>
    `“${title}” is due on ${longDate(due)}, before ${listInWords(laterTitles.map((later) => `“${later}”`))} which it waits for.`,
  roleWithoutPeople: (title: string, role: string) =>
    `“${title}” has nobody: the role ${role} has no people.`,
  everyoneAbsent: (title: string, role: string, people: readonly string[]) =>
    `“${title}”: ${isOrAre(people)} away then, and nobody else has the role ${role}.`,
  standInsHavePart: (title: string, away: readonly string[], passedOver: readonly string[]) =>
    `“${title}”: ${isOrAre(away)} away then, and ${listInWords(passedOver)} ${passedOver.length === 1 ? "has" : "have"} another part of it.`,
  deputyStandsIn: (title: string, person: string, away: readonly string[]) =>
    `“${title}”: ${isOrAre(away)} away then, so ${person} stands in.`,
  ownApproval: (title: string, person: string) =>
    `“${title}”: ${person} does the work that is judged there, so somebody else has to approve it.`,
  overload: (person: string, due: CivilDate, steps: number, elsewhere: number) =>
    elsewhere === 0
      ? `${person} has ${count(steps, "step")} due on ${longDate(due)}.`
      : `${person} has ${count(steps + elsewhere, "step")} due on ${longDate(due)}, ${elsewhere} of them in other runs.`,
  eventDescription: (
    people: readonly string[],
    plannedStart: CivilDate,
    { dueTime, strict }: { readonly dueTime?: string | undefined; readonly strict?: true | undefined },
  ) =>
    `${dueTime === undefined ? "" : `At ${dueTime}. `}${strict ? "Only in its turn. " : ""}${people.length > 0 ? `For ${listInWords(people)}. ` : ""}Planned to begin on ${longDate(plannedStart)}.`,
  /** Of a step of a run, in somebody's calendar. */
  workDescription: (
    people: readonly string[],
    {
      dueTime,
      isTurn,
      isLate,
      expected,
    }: {
      readonly dueTime?: string | undefined;
      readonly isTurn: boolean;
      readonly isLate: boolean;
      readonly expected?: CivilDate | undefined;
    },
  ) =>
    [
      ...(dueTime === undefined ? [] : [`At ${dueTime}.`]),
      ...(people.length > 0 ? [`For ${listInWords(people)}.`] : []),
      isLate ? "It is late." : isTurn ? "It can begin." : "It waits for steps before it.",
      ...(expected === undefined ? [] : [`Expected on ${longDate(expected)}.`]),
    ].join(" "),
  alarm: (title: string, due: CivilDate) => `“${title}” is due on ${longDate(due)}.`,
};
export { change } from "./change.ts";
export { collect } from "./collect.ts";
export { condition } from "./condition.ts";
export { dateAtRisk } from "./date-at-risk.ts";
export { diff } from "./diff.ts";
export { edit } from "./edit.ts";
export { figures } from "./figures.ts";
export { form } from "./form.ts";
export { importing } from "./importing.ts";
export { job } from "./job.ts";
export { learning } from "./learning.ts";
export { meaning } from "./meaning.ts";
export { misfits } from "./misfits.ts";
export { notes } from "./notes.ts";
export { proposal, proposalKinds } from "./proposal.ts";
export { pullRequest } from "./pull-request.ts";
export { reading } from "./reading.ts";
export { refused } from "./refused.ts";
export { retrospective } from "./retrospective.ts";
export { rights } from "./rights.ts";
export { run } from "./run.ts";
export { runComments } from "./run-comments.ts";
export { siblings } from "./siblings.ts";
export { start } from "./start.ts";
export { status } from "./status.ts";
export { stepIssue } from "./step-issue.ts";
export { told } from "./told.ts";
export { turns } from "./turns.ts";
export { upgrade } from "./upgrade.ts";
