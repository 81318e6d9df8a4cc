import { codeSpan, md, mention, personName } from "./markdown.ts";
import { count } from "./plural.ts";
import { wordsOf } from "./word-lists.ts";

/** How a run that is left alone is taken up again, where that takes somebody who looks after the bot. */
const askWhoLooksAfterMe = md`Please ask whoever looks after Handrail here.`;

/** What is said about the bot's own notes on a run. */
export const notes = {
  /** Why a run is left alone, and what can be done about it. */
  leftAlone: {
    newer: md`I don't touch this run for now: a newer Handrail than me has written its notes, and I would only spoil them. Steps can still be done, but I remind nobody and obey no commands here. As soon as the newer Handrail looks at this run again, it goes on. ${askWhoLooksAfterMe}`,
    unreadable: md`I can't read my own notes on this run any more, so I don't touch it: guessing what was agreed and approved would be worse. Steps can still be done, but I remind nobody and obey no commands here. To go on with me, close this issue and start a new run; what is done already can be closed there at once.`,
    unsigned: md`The notes on this run are not signed with my key, so I don't touch it: anybody could have written them. This happens when an early version of Handrail began the run, or when it began before a key was set. Please start a new run; or, when the key is new, put the word ${codeSpan("unsigned")} behind it in ${codeSpan("HANDRAIL_KEY")} until the old runs are over. ${askWhoLooksAfterMe}`,
    forged: md`The signature below the notes on this run does not fit them, so I don't touch it: somebody else may have written what they say. When the key in ${codeSpan("HANDRAIL_KEY")} was changed, put the old one behind the new one and I go on where I stopped. If it was not, the notes are not mine: please delete the comment that looks like my status, and I look again. ${askWhoLooksAfterMe}`,
    elsewhere: md`My notes here were written for another issue, so this one has been copied or moved from there. I follow a run only where it began, and have made no steps anew. To go on with me, please move the issue back, or start a new run here.`,
  },
  /** Of a run whose text is not there to be read: the commit that it follows. */
  textGone: (revision: string) =>
    md`I can't read the text of the handbook that this run follows any more, so I don't touch it: another text might ask other people for other things. It follows the commit ${codeSpan(revision.slice(0, 7))}. Most likely that commit is no longer in this repository, as after a forced push; or I don't understand its text as I am now. Steps can still be done, but I remind nobody and obey no commands here. When the commit is back, on any branch or tag, I go on where I stopped. When it is gone for good, close this issue and start a new run; what is done already can be closed there at once. ${askWhoLooksAfterMe}`,
  /** Who changed the status comment. */
  restoredFromHistory: (by: string) =>
    md`${personName(by)} has changed the comment that holds my notes on this run. I have put it back as I last wrote it: what it says is not for editing. Nothing is lost. To change the run, write a command in a new comment; ${codeSpan("/help")} lists them.`,
  restoredFromCopy: md`Somebody has deleted the comment that holds my notes on this run. I have written it anew from a copy, together with what happened since. Nothing is lost, except for what was written after the copy and has been deleted too.`,
  /** Before the run is read from its form once more: who changed that, and who is to look at it. */
  formChanged: (by: string, keepers: readonly string[]) =>
    md`Somebody has deleted my notes on this run, and their copy too, so only its start form tells what it began with; and ${by === "" ? md`somebody` : personName(by)} has changed that form since it was opened. It may name other approvers or give other answers by now, so nothing goes on here until somebody has looked at it.\n\n${keepers.length > 0 ? wordsOf(keepers.map(mention), "or") : md`Whoever administers this repository`}: please compare the form with its edit history, behind “edited” at the top of this issue. When it says what this run is to follow, write ${codeSpan("/go")} in a new comment; when it doesn't, put it right first.`,
  restoredFromIssues: (askedAgain: readonly string[]) => {
    const again =
      askedAgain.length === 0
        ? md``
        : md` Nothing here tells any more how ${wordsOf(
            askedAgain.map((title) => md`**${title}**`),
            "and",
          )} was answered, so I ask again.`;
    return md`Somebody has deleted my notes on this run, and their copy too. I have read the run again from its start form, its issues, and the comments that are still here and unchanged. What stood only in my notes or in deleted comments could not be recovered: moved dates, hand-overs, and the people and dates of the first plan where the form was edited since.${again}`;
  },
  /** Sub-issues of other repositories. */
  foreignSteps: (steps: number) =>
    steps === 1
      ? md`A sub-issue here belongs to another repository. I don't count it as a step and never write to it; please add a step with ${codeSpan("/add")} instead.`
      : md`${count(steps, "sub-issue")} here belong to other repositories. I don't count them as steps and never write to them; please add steps with ${codeSpan("/add")} instead.`,
  nearlyFull: md`This run has left its plan so often that my notes on it are nearly full. Soon I can only take in what ends steps or the run: closing, ${codeSpan("/approve")}, ${codeSpan("/decide")}, ${codeSpan("/skip")} and ${codeSpan("/cancel")}. Please bring it to its end, and start a new run for what is left.`,
  noRoom: md`I can't take this in: my notes on this run are full, since it has left its plan so often. Nothing has changed. Steps can still be done, approved, decided and skipped; please start a new run for what is left.`,
  noRoomForValues: md`I can't take these values in: my notes on this run are full, since it has left its plan so often. Nothing has changed. Please write them once more as short as you can, and put longer texts into a document that you link to.`,
};
