import { codeSpan, issueLink, type Markdown, md, personName } from "./markdown.ts";
import { stepWithIssue, wordsOf } from "./word-lists.ts";

/** What it takes instead of `/done`. */
function instead(title: string, kind: string): Markdown {
  switch (kind) {
    case "approval":
      return md`**${title}** is an approval, so it takes a yes or a no: ${codeSpan("/approve")}, or ${codeSpan("/changes")} and what should change.`;
    case "decision":
      return md`**${title}** is a decision, so it takes an answer: ${codeSpan("/decide …")}.`;
    case "process":
      return md`**${title}** has steps of its own. I close it when they are done.`;
    default:
      return md`**${title}** is a date and holds no work. It is reached as soon as all before it is done.`;
  }
}

/** How a command that was taken back is named. */
const asked: Readonly<Record<string, string>> = {
  closed: "/done",
  approved: "/approve",
  changes: "/changes",
  decided: "/decide",
  skipped: "/skip",
  due: "/due",
  moved: "/move",
  added: "/add",
  handed: "/hand-to",
  cancelled: "/cancel",
};

/** Answers to commands that could not be followed as they were written, and to words that were meant as one. */
export const commandAnswers = {
  noDone: instead,
  approvedAlready: (title: string) =>
    md`Thank you, you have agreed to **${title}** already; it waits for others now. ${codeSpan("/undo")} takes your word back.`,
  /** To whoever has approved: what was changed since they were asked, and by whom; an empty login where nobody can tell. */
  approvedAsItStands: (changes: readonly { readonly title: string; readonly by: string }[]) =>
    md`This approves what is there now: ${wordsOf(
      changes.map(({ title, by }) => md`${by === "" ? "somebody" : personName(by)} has changed **${title}**`),
      "and",
    )} since you were asked. If you have not seen that, write ${codeSpan("/undo")}, look once more, and decide then.`,
  /** Of judged work whose issue is no sub-issue of the run any more. */
  judgedNotHere: (title: string, issue: number) =>
    md`I have not counted this: **${title}** (${issueLink(issue)}) is part of what you judge, and somebody has taken it off this run, so I could not tell if its text is changed. Please have ${issueLink(issue)} put back as a sub-issue of the run, and write ${codeSpan("/approve")} again. If it is gone for good, whoever answers for this step can leave it out with ${codeSpan("/skip")} and why.`,
  /** Of judged work that is a run of its own, whose notes are not to be read. */
  judgedUnread: (title: string, issue: number | undefined) =>
    md`I have not counted this: ${stepWithIssue({ title, issue })} is part of what you judge, and the notes of that run are not there just now, so I could not tell if its texts are changed. Please write ${codeSpan("/approve")} again in a few minutes. If they stay away, whoever answers for this step can leave it out with ${codeSpan("/skip")} and why.`,
  changedMeanwhile: (title: string, command: string) =>
    md`The text of **${title}** was changed after you wrote this, so I have not counted it. Please look once more, and write ${codeSpan(`/${command}`)} in a new comment.`,
  tooManyCommands: (lines: readonly string[]) =>
    md`I follow at most ten commands in one comment. I have left out ${wordsOf(lines.map(codeSpan), "and")}: please write them in another comment.`,
  hint: (command: string, title: string) =>
    command === "changes"
      ? md`To send **${title}** back, please write ${codeSpan("/changes")} and what should change, at the beginning of a new comment.`
      : md`Thank you. To make it count for **${title}**, please write ${codeSpan(`/${command}`)} at the beginning of a new comment, without anything around it.`,
  nothingToUndo: md`There is no command of yours on this issue that I could take back. What was done by hand is taken back by hand: open the issue again, for example. An answer in plain words is taken back when you edit or delete your comment.`,
  somethingRestsOnIt: (kind: string) =>
    md`Others have gone on from your ${codeSpan(asked[kind] ?? "command")} already, so I cannot take it back. Please say with another command what should be different now.`,
  cannotJudgeOwnWork: (login: string, title: string) =>
    md`Part of what **${title}** judges is the work of ${personName(login)}, so it cannot go to ${personName(login)}. Please name somebody else.`,
  cannotSettleOwnGate: (login: string, title: string) =>
    md`An approval of the work of ${personName(login)} hangs on **${title}**, so it cannot go to ${personName(login)}. Please name somebody else.`,
  agreedAlready: (login: string) =>
    md`${personName(login)} has agreed already, so there is nothing left to pass on.`,
  decidesAlready: (login: string) =>
    md`${personName(login)} has a say in this already, and more than one person has to agree. Please name somebody else.`,
  notOfTheTeam: (login: string) =>
    md`${personName(login)} is not of the team: an approval can go to people named in roles.yml and to those who can write to this repository.`,
  notOfTheRole: (login: string, role: string, people: readonly string[]) =>
    md`${personName(login)} is not ${role}, so you cannot hand your part to them.${
      people.length > 0 ? md` You can give it to ${wordsOf(people.map(personName), "or")};` : md``
    } whoever answers for this step can give it to anybody of the team.`,
};
