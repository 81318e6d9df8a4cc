import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth } from "./format-date.ts";
import { oneLine } from "./one-line.ts";
import { count, listInWords } from "./plural.ts";
import { replayedRuns } from "./replayed-runs.ts";

const quote = (words: string) => `“${words}”`;
const days = (amount: number) => count(amount, "business day");
const ofRuns = (hits: number, n: number) => `in ${hits} of ${count(n, "run")}`;

const ofRole = (role: string | undefined) => (role === undefined ? "" : `, for ${role},`);

/** How late something was that is late nearly always; one number where the middle is the same. */
const howLate = ({ median, percentile80 }: Days) =>
  median === percentile80 || median <= 0
    ? `by up to ${days(percentile80)} in eight of ten`
    : `by up to ${days(median)} in half of them and up to ${percentile80} in eight of ten`;

/** The numbers that the rules go by. */
interface Thresholds {
  readonly error: number;
  readonly habit: number;
  readonly often: number;
}

/** Of many runs the newest are named. */
const moreRuns = (more: number) => count(more, "older run");

const timesInWords = (times: number) => (times === 1 ? "Once" : times === 2 ? "Twice" : `${times} times`);

/** Of more steps than these the others are only counted. */
const mostTitles = 8;

const percent = (share: number) => `${Math.round(share * 100)} %`;

interface Days {
  readonly median: number;
  readonly percentile80: number;
}

/** What runs show of a step; days are business days. */
interface StepInNumbers {
  readonly title: string;
  readonly runs: number;
  readonly medianDays?: number | undefined;
  readonly percentile80Days?: number | undefined;
  readonly quartileDays?: readonly [number, number] | undefined;
  readonly medianSlipDays?: number | undefined;
  readonly late: number;
  readonly handedOver: number;
  readonly skipped: number;
  readonly reopened: number;
  readonly closedEarly: number;
  readonly addedBeside: number;
}

const tookFrom = ({ medianDays, percentile80Days, quartileDays: [first, third] = [0, 0] }: StepInNumbers) => {
  const most = percentile80Days === undefined ? "" : `, eight of ten up to ${percentile80Days}`;
  const spread = first === third ? "" : `, the middle half ${first} to ${third}`;
  return `half took up to ${medianDays}${most}${spread}`;
};

const slipIn = ({ medianSlipDays: slip }: StepInNumbers) => {
  if (slip === undefined) return [];
  if (slip === 0) return ["the middle one ended on its date"];
  return [`the middle one ended ${Math.abs(slip)} ${slip > 0 ? "after" : "before"} its date`];
};

const happened = (of: StepInNumbers) =>
  (
    [
      ["late", of.late],
      ["handed over", of.handedOver],
      ["skipped", of.skipped],
      ["opened again", of.reopened],
      ["done before its turn", of.closedEarly],
      ["something added behind it by hand", of.addedBeside],
    ] as const
  ).flatMap(([what, times]) => (times === 0 ? [] : [`${what} in ${times}`]));

/** Sentences about what past runs suggest. They say what was seen, never why. Arguments are plain text. */
export const learning = {
  rules: {
    "too-short": (title: string, hits: number, n: number, late: Days | undefined) =>
      `${quote(title)} was late ${ofRuns(hits, n)}${late === undefined ? "" : `, ${howLate(late)}`}.`,
    "too-long": (title: string, _hits: number, n: number, took: Days | undefined) =>
      `${quote(title)} took ${took === undefined ? "half its time" : days(took.percentile80)} or less in all of ${count(n, "run")}.`,
    "always-added": (title: string, hits: number, n: number) =>
      `${quote(title)} was added by hand ${ofRuns(hits, n)}.`,
    "always-skipped": (title: string, hits: number, n: number) =>
      `${quote(title)} was skipped ${ofRuns(hits, n)}.`,
    "always-handed-over": (title: string, hits: number, n: number) =>
      `${quote(title)} was handed to somebody else ${ofRuns(hits, n)}.`,
    "often-refused": (title: string, hits: number, n: number) =>
      `The work that ${quote(title)} judges came back ${ofRuns(hits, n)}.`,
    "never-waits": (title: string, hits: number, n: number) =>
      `${quote(title)} was done before its turn ${ofRuns(hits, n)}.`,
  },
  wishes: {
    due: (due: string) => `It could be due ${due}.`,
    duration: (length: string) => `It could be given ${length}.`,
    optional: () => "It could be optional.",
    role: (role: string) => `The role could be ${role}.`,
    after: (before: string) => `It need not wait for ${quote(before)}.`,
    added: (role: string | undefined, after: string) =>
      `It could be a step of its own${ofRole(role)} after ${quote(after)}.`,
    decide:
      "What to do about it is for people to decide: no later date was found that would do and leaves the other steps their time.",
    earlierCheck: "Its check could come earlier, while the work is still being done.",
  },
  /** The same once they were taken up. */
  since: {
    due: (due: string) => `Since then it is due ${due}.`,
    duration: (length: string) => `Since then it is given ${length}.`,
    optional: () => "Since then it is optional.",
    role: (role: string) => `Since then the role is ${role}.`,
    after: (before: string) => `Since then it does not wait for ${quote(before)}.`,
    added: (role: string | undefined, after: string) =>
      `Since then it is a step of its own${ofRole(role)} after ${quote(after)}.`,
  },
  /** What runs show of each step. */
  evidence: {
    heading: (process: string) =>
      `${process}: what the runs show of each step, in business days from its turn to its end`,
    step: (of: StepInNumbers) =>
      [
        `${quote(of.title)}: ${count(of.runs, "run")}`,
        ...(of.medianDays === undefined
          ? ["too many are still open to say how long it takes"]
          : [tookFrom(of), ...slipIn(of)]),
        ...happened(of),
      ].join("; "),
  },
  /** What people decided about suggestions. */
  decided: {
    changedSince: "The text of today says something else.",
    askedAgain: (runs: number) => `It is asked again once it was seen in ${runs} runs.`,
    taken: (day: string, pull: number) => `Taken up on ${day} (#${pull}):`,
    notTaken: (day: string, pull: number) => `Not taken up on ${day} (#${pull}):`,
    heading: (process: string) => `${process}: what was decided about earlier suggestions`,
  },
  /** What each rule asks for before it says anything, for the guide. */
  ruleWords: {
    "too-short": ({ error }: Thresholds) =>
      `A step was late in more runs than a fifth of them would be by chance: a chance of error of ${percent(error)} or less, by the exact binomial test (Clopper and Pearson, 1934). Its date or length is then moved so that eight of ten runs would fit, as far as the steps behind it keep the time they need. A later date is suggested only where the same runs, replayed under it, would no longer be late so often: it does not help where the turn of the step comes too late anyway. Days on which whoever had it was away, as far as absences.yml says so, do not count as late: one person's holiday is no trend. Then people decide what to do.`,
    "too-long": () =>
      "No run needed more than half of the length that the text gives a step. Only runs in which it is done, and was not before its turn, are counted.",
    "always-added": ({ habit }: Thresholds) =>
      `People added a step of the same title by hand in ${percent(habit)} of the runs or more.`,
    "always-skipped": ({ habit }: Thresholds) =>
      `A step was skipped in ${percent(habit)} of the runs or more. An approval is never suggested to be skipped.`,
    "always-handed-over": ({ habit }: Thresholds) =>
      `A step was handed to somebody else in ${percent(habit)} of the runs or more, and all of them have one other role. Who gives an approval is never suggested.`,
    "often-refused": ({ often }: Thresholds) =>
      `The work that an approval judges came back in ${percent(often)} of the runs or more.`,
    "never-waits": ({ habit }: Thresholds) =>
      `A step was done before another one it waits for in ${percent(habit)} of the runs or more. An approval is always waited for.`,
  },
  heading: (process: string, runs: number) => `${process}: what ${count(runs, "run")} suggest`,
  tooFew: (process: string, runs: number, needed: number) =>
    `${process}: ${count(runs, "run")} so far; from ${needed} on something can be said.`,
  nothing: (process: string, runs: number) => `${process}: ${count(runs, "run")} suggest no change.`,
  seenIn: (runs: readonly string[], more: number) =>
    `Seen in ${listInWords(more === 0 ? runs : [...runs, moreRuns(more)])}.`,
  /** Behind the runs that are named. */
  moreRuns,
  repliesHeading: (process: string) => `${process}: what people wrote when runs were over`,
  reply: (question: string, own: string, by: string, run: number, step: string | undefined) =>
    `${question} ${quote(own.replace(/\s+/g, " "))} (${by}${step === undefined ? "" : `, on ${quote(step)}`}, #${run})`,
  replay: {
    met: (process: string, would: number, did: number, n: number) =>
      `${process}: ${replayedRuns(would, did, n)}.`,
    run: (issue: number, readyOn: CivilDate | undefined, wouldBe: CivilDate | undefined, anchor: CivilDate) =>
      `#${issue}, for ${dayAndMonth(anchor)}: ready ${readyOn === undefined ? "not yet" : `on ${dayAndMonth(readyOn)}`}, would have been ${wouldBe === undefined ? "not yet" : `on ${dayAndMonth(wouldBe)}`}`,
    heldBy: (title: string) => `it would still have been ${quote(title)}`,
    unknown: (titles: readonly string[], lacking: number, n: number) => {
      const what = titles.length === 1 ? "it" : "them";
      const [named, more] = [titles.slice(0, mostTitles).map(quote), titles.length - mostTitles];
      const why =
        lacking === n
          ? `, since no run had ${what}`
          : ` in ${lacking} of ${n} runs, which did not have ${what}`;
      return `Nobody can say how long ${listInWords(more > 0 ? [...named, count(more, "other step")] : named)} would have taken${why}; as long as planned was taken.`;
    },
    none: (process: string) => `${process}: no run is over, so nothing can be replayed.`,
  },
  mayNotWrite:
    "I was to bring what past runs suggest as a pull request, but GitHub does not let me. Whoever looks after the repository has to allow me to write files and to open pull requests; Handrail's docs/going-live.md says where.",
  /** Words of the pull request in which the bot brings suggestions. */
  pull: {
    title: (process: string) => oneLine(`${process}: what past runs suggest`),
    introduction: (process: string, runs: number) =>
      `${count(runs, "run")} of ${quote(process)} suggest this. Nothing here says why it was so; whoever looks after the process decides.`,
    told: "Seen as well, and left to you, since no single line of the text would change it:",
    seenIn: "Seen in",
    replay: (would: number, did: number, n: number) =>
      `With all of it, and everybody working as they did, ${replayedRuns(would, did, n)}.`,
    stillHeld: (title: string, times: number) =>
      `${timesInWords(times)} it would still have been ${quote(title)}.`,
    stillHeldByOthers: (steps: number, times: number) =>
      `${timesInWords(times)} it would have been one of ${count(steps, "other step")}.`,
    replies:
      "People wrote this when runs were over. Merging or closing this pull request says that it has been dealt with, and it is shown no more:",
    whatToDo:
      "**What to do:** take away the tick of what you do not want, and I take it out of the change; then merge. To refuse all of it, close this. What you leave out I suggest again only when it was seen in twice as many runs.",
    unticked: (process: string) => oneLine(`${process}: only what is ticked`),
  },
};
