import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth, shortDate } from "./format-date.ts";
import {
  codeSpan,
  issueLink,
  joinMarkdown,
  link,
  type Markdown,
  md,
  mention,
  personName,
} from "./markdown.ts";
import { count } from "./plural.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

/** A step as it would stand, or stands now. */
interface UpgradedStep {
  readonly title: string;
  readonly issue: number | undefined;
  readonly dueDate: CivilDate;
  readonly people: readonly string[];
}

/** Why a run cannot be moved to another text. The title is that of the step it is about. */
export interface UpgradeObstacle {
  readonly kind:
    | "done-changed"
    | "done-gone"
    | "begun-gone"
    | "begun-other-kind"
    | "approval-changed"
    | "judged-changed"
    | "same-id"
    | "no-room";
  readonly title: string;
}

/** What a newer text would make of a run. */
export interface UpgradePreview {
  /** How many steps stay, and how many are over and are not touched. */
  readonly kept: number;
  readonly done: number;
  readonly added: readonly UpgradedStep[];
  readonly gone: readonly UpgradedStep[];
  readonly redated: readonly (UpgradedStep & { readonly before: CivilDate })[];
  readonly reassigned: readonly (UpgradedStep & { readonly before: readonly string[] })[];
  /** Steps whose turn it is that would have to wait again. */
  readonly back: readonly UpgradedStep[];
  readonly reworded: readonly UpgradedStep[];
  readonly warnings: readonly string[];
  /** Empty when nothing stands in the way. */
  readonly obstacles: readonly UpgradeObstacle[];
}

/** So many steps are named in one list. */
const mostNamed = 20;

const stepOf = ({ title, issue }: Pick<UpgradedStep, "title" | "issue">): Markdown =>
  issue === undefined ? md`**${title}**` : md`${issueLink(issue)} **${title}**`;
const peopleOf = (people: readonly string[]): Markdown =>
  people.length === 0 ? md`nobody` : namesOf(people);

function listed<T>(heading: string, items: readonly T[], line: (item: T) => Markdown): Markdown {
  if (items.length === 0) return md``;
  const lines = items.slice(0, mostNamed).map((item) => md`- ${line(item)}`);
  const more = items.length > mostNamed ? [md`- and ${count(items.length - mostNamed, "more step")}`] : [];
  return md`**${heading}**\n\n${joinMarkdown([...lines, ...more], "\n")}`;
}

const obstacleWords: Readonly<Record<UpgradeObstacle["kind"], (title: string) => Markdown>> = {
  "done-changed": (title) => md`**${title}** is done, and the newest text asks for it otherwise`,
  "done-gone": (title) => md`**${title}** is done, and the newest text no longer has it`,
  "begun-gone": (title) => md`**${title}** is under way, and the newest text no longer has it`,
  "begun-other-kind": (title) => md`**${title}** has begun, and in the newest text it is something else`,
  "approval-changed": (title) =>
    md`Somebody has agreed to **${title}** already, and the newest text asks for it otherwise`,
  "judged-changed": (title) =>
    md`Somebody has agreed to **${title}** already, and the newest text changes what is judged there`,
  "same-id": (title) =>
    md`**${title}** was added to this run, and the newest text has a step of the same name in its file`,
  "no-room": () => md`The run would have more steps than GitHub lets it have`,
};

/** Why a run cannot be moved, as a sentence without its full stop. */
export function upgradeObstacle({ kind, title }: UpgradeObstacle): Markdown {
  return obstacleWords[kind](title);
}

function differences(preview: UpgradePreview): Markdown {
  return joinMarkdown(
    [
      listed(
        "New steps",
        preview.added,
        (step) => md`${stepOf(step)}, ${shortDate(step.dueDate)}, ${peopleOf(step.people)}`,
      ),
      listed("Steps that go", preview.gone, stepOf),
      listed(
        "Other dates",
        preview.redated,
        (step) => md`${stepOf(step)}: **${shortDate(step.dueDate)}**, was ${dayAndMonth(step.before)}`,
      ),
      listed(
        "Other people",
        preview.reassigned,
        (step) => md`${stepOf(step)}: ${peopleOf(step.people)}, was ${peopleOf(step.before)}`,
      ),
      listed("Has to wait again", preview.back, stepOf),
      listed("Reads otherwise", preview.reworded, stepOf),
      preview.warnings.length === 0
        ? md``
        : md`**Please note**\n\n${joinMarkdown(
            preview.warnings.map((message) => md`- ${message}`),
            "\n",
          )}`,
    ],
    "\n\n",
  );
}

const staying = ({ kept, done }: UpgradePreview): Markdown =>
  done === 0
    ? md`${count(kept, "step")} ${kept === 1 ? "stays" : "stay"}.`
    : md`${count(kept, "step")} ${kept === 1 ? "stays" : "stay"}; ${done === 1 ? "the one that is over is" : `the ${done} that are over are`} not touched.`;

/** What is said of moving a run to a newer text of the handbook. Arguments are plain text and are escaped here. */
export const upgrade = {
  whyGone: md`the text this run follows now no longer has it`,
  newestAlready: md`This run follows the newest text of its process already. There is nothing to do.`,
  nothing: md`The newest text of this process is the same for this run. There is nothing to do.`,
  gone: md`The newest handbook no longer has this process, so the run keeps the text it began with.`,
  broken: md`The newest text of this process has mistakes that must be mended first, so the run keeps the text it follows.`,
  changesApproval: (title: string, people: readonly string[]) =>
    md`The newest text changes who gives **${title}**, what it asks for or what waits for it, and that approval has not been given. So moving the run is for whoever answers for it, and not for somebody whose work it judges.${people.length > 0 ? md` Please ask ${namesOf(people)}.` : md``}`,
  waitsLess: (title: string, people: readonly string[]) =>
    md`By the newest text **${title}** would wait less for what has to be over outside of this run, and that may be an approval. So moving the run is for whoever answers for that step.${people.length > 0 ? md` Please ask ${namesOf(people)}.` : md``}`,
  preview: (preview: UpgradePreview, url: string) =>
    joinMarkdown(
      [
        md`This is what ${link("the newest text of the process", url)} would change in this run. ${staying(preview)}`,
        differences(preview),
        md`Nothing has changed yet. Write ${codeSpan("/go")} and I will move the run to it.`,
      ],
      "\n\n",
    ),
  refused: (preview: UpgradePreview, url: string) =>
    joinMarkdown(
      [
        md`This run cannot be moved to ${link("the newest text of the process", url)}, since that would change what is done or under way:`,
        joinMarkdown(
          preview.obstacles
            .slice(0, mostNamed)
            .map(({ kind, title }) => md`- ${obstacleWords[kind](title)}.`),
          "\n",
        ),
        md`It keeps the text it follows. Single steps can be changed all the same: ${codeSpan("/due")}, ${codeSpan("/hand-to")}, ${codeSpan("/skip")} and ${codeSpan("/add")}.`,
      ],
      "\n\n",
    ),
  otherSince: md`What I showed you is no longer what would happen: the run or the handbook has changed since. Please write ${codeSpan("/upgrade")} once more.`,
  notSeen: md`Please read first what would change: I show it in answer to ${codeSpan("/upgrade")}. If that is fine, write ${codeSpan("/go")} in a new comment after it.`,
  done: (by: string, from: string, to: string, url: string) =>
    md`${personName(by)} has moved this run to ${link("a newer text of the process", url)} (${codeSpan(to.slice(0, 7))} instead of ${codeSpan(from.slice(0, 7))}). What was over has stayed as it was.`,
  /** To whoever has other work now, on the first issue that is theirs. */
  yours: (
    people: readonly string[],
    by: string,
    steps: readonly (UpgradedStep & { readonly what: readonly ("given" | "date" | "text")[] })[],
  ) => {
    const lines = steps.slice(0, mostNamed).map((step) => {
      const what = [
        ...(step.what.includes("given") ? [md`is yours now, due **${shortDate(step.dueDate)}**`] : []),
        ...(step.what.includes("date") && !step.what.includes("given")
          ? [md`is due **${shortDate(step.dueDate)}** now`]
          : []),
        ...(step.what.includes("text") ? [md`reads otherwise`] : []),
      ];
      return md`- ${stepOf(step)} ${wordsOf(what, "and")}`;
    });
    return md`${wordsOf(people.map(mention), "and")}, ${personName(by)} has moved this run to a newer text of the process. For you that means:\n\n${joinMarkdown(lines, "\n")}`;
  },
  noLongerYours: (people: readonly string[], by: string, holders: readonly string[]) =>
    md`${wordsOf(people.map(mention), "and")}, ${personName(by)} has moved this run to a newer text of the process, by which this step is with ${peopleOf(holders)}. There is nothing more for you to do here.`,
};
