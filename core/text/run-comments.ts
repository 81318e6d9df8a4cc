import type { CivilDate } from "../calendar/index.ts";
import { longDate } from "./format-date.ts";
import { codeSpan, issueLink, type Markdown, md, mention, ours, personName, quoted } from "./markdown.ts";
import { count } from "./plural.ts";
import { mentionsOf, namesFor, namesOf, wordsOf } from "./word-lists.ts";

export const runComments = {
  /** Whom a sentence is for, before it; nothing where nobody knows who did it. */
  to: (login: string) => (login === "" ? md`` : md`${mention(login)}, `),
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
    return md`${mentionsOf(facts.people)}, ${personName(facts.by)} asks for changes to **${facts.title}**:\n\n${quoted(facts.reason)}\n\n${due} ${
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
    return md`${mentionsOf(facts.people)}, for your information: **${facts.title}** ${what}.${left} There is nothing for you to do.`;
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
