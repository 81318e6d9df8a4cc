import { codeSpan, md } from "./markdown.ts";

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
};
