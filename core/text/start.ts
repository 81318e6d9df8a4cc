import type { CivilDate } from "../calendar/index.ts";
import { commandList } from "./command-list.ts";
import { longDate, shortDate } from "./format-date.ts";
import { type ListedWarnings, listedWarnings } from "./listed-warnings.ts";
import { codeSpan, issueLink, type Markdown, md, mention, personName } from "./markdown.ts";
import { listInWords } from "./plural.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

const waitsForForm = md`My first comment says what has to be mended in the issue above; as soon as that is done I plan it.`;

/** What a plan warns of that nobody was shown before it came into force. */
interface Warnings extends ListedWarnings {
  readonly anchor: string;
  readonly earliest?: CivilDate | undefined;
}

function warningsAndWay({ messages, left, anchor, earliest }: Warnings): Markdown {
  const items = listedWarnings({ messages, left });
  const way =
    earliest === undefined
      ? md``
      : md`\n\nThe earliest ${anchor.toLowerCase()} at which nothing would be past due is **${longDate(earliest)}**: ${codeSpan(`/move ${earliest} why`)} here moves everything to it.`;
  return md`${items}${way}`;
}

/** Answers to commands on an issue whose run has not begun. */
export const start = {
  goWithoutPlan: md`There is no plan yet that could begin. Please mend what my first comment names; ${codeSpan("/go")} comes after that.`,
  goBeforePlan: md`That ${codeSpan("/go")} was written before the plan that my first comment shows now. Please look at it, and write ${codeSpan("/go")} once more in a new comment if it suits you.`,
  notBegun: (hasPlan: boolean) =>
    hasPlan
      ? md`This run has not begun, so there is nothing to do that with yet. ${codeSpan("/go")} begins it with the dates in my first comment, ${codeSpan("/cancel")} drops it, and editing the issue plans it anew.`
      : md`This run has not begun, so there is nothing to do that with yet. ${waitsForForm}`,
  status: (hasPlan: boolean) =>
    hasPlan
      ? md`This run has not begun, and nothing has been created. It waits for somebody of the team to look at the plan in my first comment and to write ${codeSpan("/go")}.`
      : md`This run has not begun, and nothing has been created. ${waitsForForm}`,
  help: (hasPlan: boolean) => {
    const commands = [
      ...(hasPlan ? [{ usage: "/go", purpose: "Begin with the dates in my first comment." }] : []),
      { usage: "/cancel", purpose: "Drop it. Nothing is created, and this issue is closed." },
      { usage: "/status", purpose: "Tell what it waits for." },
      { usage: "/help", purpose: "Show this list." },
    ];
    return md`This run has not begun. Here is what you can write now, on a line of its own in a new comment:\n\n${commandList(commands)}\n\nTo change a date, a person or an answer, edit the issue: I plan it anew. The other commands come with the start.`;
  },
  movedFrom: (ruleDate: CivilDate, anchorDate: CivilDate): Markdown =>
    md`For ${longDate(anchorDate)}, since ${longDate(ruleDate)} is not a business day.`,
  missed: (dates: readonly CivilDate[]): Markdown =>
    md`Not started, since I was not running then: ${listInWords(dates.map(shortDate))}. Whoever still needs one starts it by hand.`,
  notInTeam: md`Sorry, only the team of this handbook can say whether this begins.`,
  waitsForKeeper: (
    roles: readonly { readonly role: string; readonly people: readonly string[] }[],
    keepers: readonly string[],
  ) =>
    md`Nothing has been created yet. The form names people who are not in the handbook for a role that says whether the work is good, or what that hangs on: ${wordsOf(
      roles.map(({ role, people }) => md`${namesOf(people)} as **${role}**`),
      "and",
    )}. ${keepers.length > 0 ? md`${wordsOf(keepers.map(personName), "or")} answers for this process and can` : md`Whoever administers this repository can`} write ${codeSpan("/go")} in a comment to begin with them.`,
  goByKeeper: (keepers: readonly string[]) =>
    md`The form names its own people for a role that says whether the work is good, or what that hangs on, so ${keepers.length > 0 ? wordsOf(keepers.map(personName), "or") : md`an administrator of this repository`} has to write this ${codeSpan("/go")}.`,
  leftOutAbove: (above: number, here: number) =>
    md`This is a step of ${issueLink(above)}. To leave it out, please write ${codeSpan(`/skip #${here} why it is not needed`)} there.`,
  dropped: md`All right, I drop this; nothing was created. Open the issue again if you want it after all.`,
  looksLike: (run: number, anchor: string, date: CivilDate) =>
    md`**This looks like ${issueLink(run)}**, which was open when this was planned and has the same process and the same ${anchor.toLowerCase()}, ${longDate(date)}. If that is the one you mean, write ${codeSpan("/cancel")} here.`,
  begunAlike: (facts: {
    readonly told: string | undefined;
    readonly other: number;
    /** Whether the other one was under way already. */
    readonly isEarlier: boolean;
    readonly anchor: string;
    readonly date: CivilDate;
  }) => {
    const who = facts.told === undefined ? md`` : md`${mention(facts.told)}: `;
    const when = facts.isEarlier
      ? md`was under way already when this run began`
      : md`began at the same moment as this run`;
    return md`${who}${issueLink(facts.other)} ${when}, with the same process and the same ${facts.anchor.toLowerCase()}, ${longDate(facts.date)}. If one of them is enough, write ${codeSpan("/cancel")} and a few words why on the other.`;
  },
  begunWithWarnings: ({ told, ...warnings }: Warnings & { readonly told: string | undefined }) => {
    const who = told === undefined ? md`This run` : md`${mention(told)}, this run`;
    return md`${who} has begun, and this is what its plan warns of:\n\n${warningsAndWay(warnings)}`;
  },
  /** `above` is the issue of the run that was moved, and this one with it. */
  movedWithWarnings: ({
    told,
    above,
    ...warnings
  }: Warnings & { readonly told: string; readonly above: number | undefined }) => {
    const what = above === undefined ? md`This run` : md`With ${issueLink(above)} this run`;
    return md`${mention(told)}: ${what} has moved too, and this is what that brings here:\n\n${warningsAndWay(warnings)}`;
  },
  doubled: (instead: number) =>
    md`I opened this start twice by mistake, and ${issueLink(instead)} is the one that counts. Nothing is needed here.`,
  tooLong: (label: string, length: number, most: number): Markdown =>
    md`**${label}** is ${String(length)} characters long, and I can take at most ${String(most)}. Please put the text into a document and leave a link here.`,
  allTooLong: (length: number, most: number): Markdown =>
    md`The answers are ${String(length)} characters long together, and I can take at most ${String(most)}. Please put the longest into a document and leave a link here.`,
};
