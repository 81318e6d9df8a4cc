import type { CivilDate } from "../calendar/index.ts";
import { longDate } from "./format-date.ts";
import { type ListedWarnings, listedWarnings } from "./listed-warnings.ts";
import { codeSpan, type Markdown, md, personName } from "./markdown.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

type Standing = "team" | "writer" | "starter" | "doer" | "accountable" | "approver";

/** Who somebody is to a run, as it stands in a sentence after "only". */
const standingWords: Readonly<Record<Standing, string>> = {
  team: "the team of this handbook",
  writer: "people who can write to this repository",
  starter: "whoever started the run",
  doer: "whoever has the step",
  accountable: "whoever answers for it",
  approver: "the named approvers",
};

/** `the team` holds those who can write, and everybody who has to do with a run needs one word only. */
function whoMay(standings: readonly Standing[]): Markdown {
  const shown = standings.includes("team") ? (["team"] as const) : standings;
  return wordsOf(
    shown.map((standing) => md`${standingWords[standing]}`),
    "and",
  );
}

/** Who alone can do something; nobody can do by hand what happens by itself. */
function onlyThese(standings: readonly Standing[]): Markdown {
  return standings.length === 0 ? md`nobody` : md`only ${whoMay(standings)}`;
}

const ask = (people: readonly string[]): Markdown =>
  people.length > 0 ? md` Please ask ${namesOf(people)}.` : md``;

function waitsForThese(titles: readonly string[]): Markdown {
  const what = wordsOf(
    titles.map((title) => md`**${title}**`),
    "and",
  );
  return titles.length === 0 ? md`` : md` It waits for ${what}.`;
}

const whatItBrings = (warnings: ListedWarnings): Markdown =>
  md`Please note what this brings:\n\n${listedWarnings(warnings)}`;

/** A step that something was wanted of. */
interface WantedStep {
  readonly title: string;
  readonly kind: "task" | "approval" | "decision" | "checkpoint" | "process";
}

/** To somebody of whom nobody can tell whether their work is judged by an approval that is meant; without a step the run is meant. */
const unclear = (step: WantedStep | undefined): Markdown =>
  md`An approval is still to be given here, and I cannot see whose work it judges: that goes on in a run inside ${step?.kind === "process" ? md`**${step.title}**` : md`this one`}. Please end or leave out the innermost run first, on its own issue. If somebody has deleted the notes of a run, write this once more in a few minutes. An administrator of this repository can do it at any time.`;

/** What is said to somebody who may not do something, and what would work. */
export const rights = {
  standingWords,
  refused: (standings: readonly Standing[], people: readonly string[]) =>
    standings.includes("approver") && standings.length === 1
      ? md`Thank you, but only ${people.length > 0 ? namesOf(people) : whoMay(standings)} can decide this one.`
      : md`Sorry, only ${whoMay(standings)} can do that.${ask(people)}`,
  judged: (title: string, accountable: readonly string[]) =>
    md`Part of what **${title}** judges is your own work, so this is for somebody else to say.${
      accountable.length > 0
        ? md` ${namesOf(accountable)} can give your part to another person with ${codeSpan("/hand-to")}.`
        : md``
    }`,
  /** To somebody whom one of those whose work is judged has chosen to judge it, or to settle what an approval of it hangs on. */
  chosenByJudged: ({
    giver,
    title,
    login,
    people,
    isApproval,
  }: {
    readonly giver: string;
    readonly title: string;
    readonly login: string;
    readonly people: readonly string[];
    readonly isApproval: boolean;
  }) =>
    md`${personName(giver)} chose you for **${title}**, and ${
      isApproval
        ? md`part of what it judges is the work of ${personName(giver)}`
        : md`an approval of the work of ${personName(giver)} hangs on it`
    }. So somebody else who answers for it has to choose who says it: ${
      people.length > 0 ? namesOf(people) : md`an administrator of this repository`
    } can write ${codeSpan(`/hand-to @${login}${isApproval ? ` for @${login}` : ""} why`)}, or name another person.`,
  /** To somebody about whose work an approval hangs on what they wanted to settle. */
  judgedGate: (title: string, people: readonly string[]) =>
    md`An approval of your own work hangs on **${title}**, so this is for somebody else to say.${ask(people)}`,
  /** To somebody who wanted to end a run inside another one, in which an approval of their own work still waits. */
  judgedRun: (people: readonly string[]) =>
    md`An approval of your own work still waits in this run, and would be left out with it. So this is for somebody else to say.${ask(people)}`,
  unclear,
  visitor: (people: readonly string[]) =>
    md`Thank you for writing. What happens in this run is decided by the team of this handbook and by those who have a step in it, so I leave this as it is.${ask(people)} I answer only once; after this I just mark what you write as seen.`,
  notForKind: (command: string, title: string) => md`${codeSpan(`/${command}`)} does not fit **${title}**.`,
  /** Why something done by hand was put back; `line` is what to write instead. */
  putBack: {
    closed: (who: Markdown, standings: readonly Standing[], people: readonly string[]) =>
      md`${who}${onlyThese(standings)} can close this step, so I opened it again.${ask(people)}`,
    closedOwnWork: (who: Markdown, isApproval: boolean) =>
      md`${who}${isApproval ? md`this judges your own work` : md`an approval of your own work hangs on this`}, so it is for somebody else to leave it out. I opened it again.`,
    /** Of a step, or of the run where none is given. */
    closedUnclear: (who: Markdown, step: WantedStep | undefined) =>
      md`${who}${unclear(step)} I opened it again.`,
    closedWithoutReason: (who: Markdown, line: string) =>
      md`${who}leaving a step out needs a few words why, so I opened it again. Please write ${codeSpan(line)}; when it is done, close it as completed.`,
    beforeItsTurn: (who: Markdown, title: string, waitsFor: readonly string[]) =>
      md`${who}**${title}** cannot be done before its turn, so I opened it again.${waitsForThese(waitsFor)} You will hear from me when it is time.`,
    checkpoint: (who: Markdown, title: string, waitsFor: readonly string[]) =>
      md`${who}**${title}** is reached by itself as soon as all before it is over, so I opened it again.${waitsForThese(waitsFor)}`,
    duplicate: (who: Markdown) =>
      md`${who}a duplicate is not done, so I opened it again. When the work is done, close it as completed; when it is not needed, write ${codeSpan("/skip")} and why.`,
    reopened: (who: Markdown, standings: readonly Standing[], people: readonly string[]) =>
      md`${who}${onlyThese(standings)} can open this again, so I closed it.${ask(people)}`,
    reopenedUnclear: (who: Markdown, step: WantedStep) => md`${who}${unclear(step)} I closed it again.`,
    assigned: (who: Markdown, standings: readonly Standing[], names: Markdown) =>
      md`${who}${onlyThese(standings)} can give this step to somebody else, so it is back with ${names}.`,
    assignedOwnWork: (who: Markdown, names: Markdown) =>
      md`${who}this judges your own work, so it is for somebody else to hand it on. It is back with ${names}.`,
    assignedUnclear: (who: Markdown, step: WantedStep, names: Markdown) =>
      md`${who}${unclear(step)} It is back with ${names}.`,
    assignedWithoutReason: (who: Markdown, names: Markdown, line: string) =>
      md`${who}handing a step on needs a few words why, so it is back with ${names}. Please write ${codeSpan(line)}.`,
    dated: (who: Markdown, standings: readonly Standing[], people: readonly string[], date: CivilDate) =>
      md`${who}${onlyThese(standings)} can give this step another date, so I put it back to ${longDate(date)}.${ask(people)}`,
    datedUnclear: (who: Markdown, step: WantedStep, date: CivilDate) =>
      md`${who}${unclear(step)} I put the date back to ${longDate(date)}.`,
    datedWithoutReason: (who: Markdown, date: CivilDate, line: string) =>
      md`${who}moving a date needs a few words why, so I put it back to ${longDate(date)}. Please write ${codeSpan(line)}.`,
    dateTakenOff: (who: Markdown, date: CivilDate) =>
      md`${who}a step keeps its date, so I put back ${longDate(date)}. To move it, write ${codeSpan("/due")}, the new date, and why.`,
    datedRun: (who: Markdown, date: CivilDate, line: string) =>
      md`${who}this step is a run of its own, and its steps move with its date. I put it back to ${longDate(date)}; to move all of it, please write ${codeSpan(line)}.`,
    datedInPast: (who: Markdown, day: CivilDate, date: CivilDate) =>
      md`${who}${longDate(day)} is past, so I put the date back to ${longDate(date)}. Please pick today or a later day.`,
    datedTooFar: (who: Markdown, day: CivilDate, date: CivilDate) =>
      md`${who}${longDate(day)} is too far away to be meant, so I put the date back to ${longDate(date)}. Please look at the year.`,
    datedUnasked: (who: Markdown, date: CivilDate, line: string, warnings: ListedWarnings | undefined) =>
      md`${who}I put the date back to ${longDate(date)} for now: a new one is confirmed here first. Please write ${codeSpan(line)}.${warnings === undefined ? md`` : md` ${whatItBrings(warnings)}`}`,
    datedAnyway: (who: Markdown, warnings: ListedWarnings) =>
      md`${who}the new date holds. ${whatItBrings(warnings)}`,
    runClosed: (who: Markdown, standings: readonly Standing[], people: readonly string[]) =>
      md`${who}${onlyThese(standings)} can end this run, so I opened it again.${ask(people)}`,
    runClosedOwnWork: (who: Markdown, people: readonly string[]) =>
      md`${who}an approval of your own work still waits in this run, so it is for somebody else to end it. I opened it again.${ask(people)}`,
    runClosedWithoutReason: (who: Markdown) =>
      md`${who}ending a run needs a few words why, so I opened it again. Please write ${codeSpan("/cancel")} and why.`,
    runReopened: (who: Markdown, standings: readonly Standing[], people: readonly string[]) =>
      md`${who}${onlyThese(standings)} can take this run up again, so I closed it.${ask(people)}`,
    /** GitHub tells nobody here who it was. */
    renamed: (title: string, found: string) =>
      md`A step is called what the handbook calls it, since others look for it under that name. So I put **${title}** back, in place of “${found}”. What only this run needs to know goes into the text or a comment.`,
    added: (who: Markdown, standings: readonly Standing[], people: readonly string[]) =>
      md`${who}${onlyThese(standings)} can add a step to a run, so I took this issue off it again.${ask(people)}`,
  },
};
