import { effortInWords } from "./lengths.ts";
import {
  codeSpan,
  issueLink,
  joinMarkdown,
  link,
  type Markdown,
  md,
  messageWithCode,
  ours,
  personName,
} from "./markdown.ts";
import { count, listInWords } from "./plural.ts";
import { replayedRuns } from "./replayed-runs.ts";
import { type UpgradeObstacle, upgradeObstacle } from "./upgrade.ts";

const severities = { error: "Must be mended", warning: "Better otherwise", advice: "A hint" } as const;

/** Whether a run under way could follow the new text, as it stands. */
interface Outlook {
  readonly kind: "possible" | "nothing" | "gone" | "broken" | "refused";
  readonly obstacles?: readonly UpgradeObstacle[];
}

interface KeptRun {
  readonly number: number;
  readonly outlook: Outlook | undefined;
}

/** What a role has to do in one run, before and after. */
interface Load {
  readonly role: string;
  readonly stepsBefore: number;
  readonly stepsAfter: number;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

/** The same over all runs under way together, from their first step on. */
function loadOverRuns({ role, stepsBefore, stepsAfter, minutesBefore, minutesAfter }: Load, runs: number) {
  const parts = [
    ...(stepsBefore === stepsAfter
      ? []
      : [`${count(stepsAfter * runs, "step")} instead of ${stepsBefore * runs}`]),
    ...(minutesBefore === minutesAfter
      ? []
      : [`${effortInWords(minutesAfter * runs)} of work instead of ${effortInWords(minutesBefore * runs)}`]),
  ];
  const where = runs === 1 ? "in this run" : `over these ${runs} runs together`;
  return `If ${runs === 1 ? "it follows" : "all follow"}, ${role} has ${listInWords(parts)} ${where}.`;
}

/** The first of a list, and how many more there are. */
interface Some<T> {
  readonly named: readonly T[];
  readonly more: number;
}

/** So many reasons are told of one run. */
const mostReasons = 3;

function couldFollow(outlook: Outlook | undefined): Markdown {
  switch (outlook?.kind) {
    case "possible":
      return md` could follow the new text`;
    case "nothing":
      return md` has nothing to change`;
    case "gone":
      return md`: the process would be gone`;
    case "refused": {
      const reasons = (outlook.obstacles ?? []).slice(0, mostReasons).map(upgradeObstacle);
      return md`: ${joinMarkdown(reasons, "; ")}`;
    }
    default:
      return md``;
  }
}

/** What the bot says on pull requests. Arguments are plain text and are escaped here. */
export const pullRequest = {
  replayHeading: "Past runs under these dates, with everybody working as they did:",
  olderRuns: "Only the newest runs were looked at.",
  replayed: (would: number, did: number, n: number) => `${replayedRuns(would, did, n)}.`,
  checkName: "Handrail",
  title: (errors: number, warnings: number, advice: number) => {
    const parts = [
      ...(errors > 0 ? [count(errors, "error")] : []),
      ...(warnings > 0 ? [count(warnings, "warning")] : []),
      ...(advice > 0 ? [count(advice, "hint")] : []),
    ];
    return parts.length === 0 ? "No problems" : listInWords(parts);
  },
  titleOfSome: (pulls: readonly number[], title: string) =>
    `${listInWords(pulls.map((number) => `#${number}`))}: ${title}`.slice(0, 255),
  unreadTitle: (unread: number) => `${count(unread, "more pull request")} with the same texts to be closed`,
  sharedSummary: (
    wanted: readonly { readonly number: number; readonly baseBranch: string; readonly title: string }[],
    unread: number,
    strictest: { readonly of: number; readonly summary: Markdown },
  ): Markdown => {
    const lines = wanted.map(
      ({ number, baseBranch, title }) => md`- ${issueLink(number)}, for ${codeSpan(baseBranch)}: ${title}`,
    );
    const more = unread === 0 ? [] : [md`- and ${count(unread, "more")} that nobody has looked at`];
    return joinMarkdown(
      [
        md`${count(wanted.length + unread, "open pull request")} propose exactly the same texts, so GitHub shows this one check on all of them. It says the strictest of what they want:`,
        joinMarkdown([...lines, ...more], "\n"),
        md`Close those that nobody needs, and the check is about the rest alone.`,
        md`What ${issueLink(strictest.of)} wants:`,
        strictest.summary,
      ],
      "\n\n",
    );
  },
  noProblems: md`The handbook reads well with this change.`,
  problems: (number: number): Markdown =>
    md`${count(number, "place")} in the text ${number === 1 ? "needs" : "need"} a look. Each is also marked on its line under “Files changed”.`,
  problem: (severity: keyof typeof severities, file: string, line: number, message: string): Markdown =>
    md`- **${severities[severity]}**, ${file}, line ${line}: ${messageWithCode(message)}`,
  moreProblems: (number: number): Markdown => md`- and ${count(number, "more place", "more places")}`,
  weight: (weight: "material" | "detail" | "wording" | null): Markdown =>
    ({
      material: md`The comment on this pull request says what the change means for those who work by it.`,
      detail: md`The change is about details: people do the same work as before.`,
      wording: md`Only words change: nobody has anything else to do than before.`,
      none: md`Nothing changes for those who work by this handbook.`,
    })[weight ?? "none"],
  heading: md`### What this change means`,
  broken: (errors: number): Markdown =>
    md`**${count(errors, "mistake")}** in the text must be mended before this can be used:`,
  agreeHeading: md`#### Who should have a look`,
  stake: (
    role: string,
    people: Some<Markdown>,
    {
      owns,
      gets,
      isHeldByOthers,
    }: {
      readonly owns: Some<string>;
      readonly gets: Some<{ readonly process: string; readonly step: string }>;
      readonly isHeldByOthers: boolean;
    },
  ): Markdown => {
    const more = (number: number) => (number > 0 ? [`${number} more`] : []);
    const names = [...people.named, ...more(people.more).map((rest) => md`${rest}`)];
    const who = names.length === 0 ? md`**${role}**` : md`**${role}** (${joinMarkdown(names, ", ")})`;
    const looksAfter = [...owns.named, ...more(owns.more)];
    const steps = gets.named.map(({ process, step }) => `“${step}” of ${process}`);
    const parts = [
      ...(looksAfter.length === 0 ? [] : [`looks after ${listInWords(looksAfter)}`]),
      ...(isHeldByOthers ? ["would be held by others"] : []),
      ...(steps.length === 0 ? [] : [`would get ${listInWords([...steps, ...more(gets.more)])}`]),
    ];
    return md`- ${who} ${parts.join(", and ")}.`;
  },
  opener: (login: string): Markdown => md`${personName(login)}, who has opened this`,
  moreStakes: (number: number): Markdown => md`- and ${count(number, "more role")}`,
  agreed: (people: readonly string[], revision: string): Markdown =>
    md`Agreed to ${codeSpan(revision.slice(0, 7))}: ${joinMarkdown(people.map(personName), ", ")}.`,
  waitsFor: (roles: readonly string[]): Markdown =>
    md`**The change waits for ${listInWords(roles)}**: in this handbook whoever looks after what changes agrees first.`,
  openedOtherwise: (login: string, revision: string | undefined): Markdown =>
    revision === undefined
      ? md`${personName(login)} has opened this, but it is not known with which commit: what stands here now needs a yes of its own.`
      : md`${personName(login)} has opened this with other commits, up to ${codeSpan(revision.slice(0, 7))}: what came after needs a yes of its own.`,
  pointedElsewhere: (branch: string): Markdown =>
    md`Whatever was agreed before this pull request was pointed at ${codeSpan(branch)} does not count, and neither does having opened it: what it changes there needs a yes of its own.`,
  howToAgree: md`If it is fine with you, approve it or answer ${codeSpan("/agree")}. If not, say what should be otherwise. After another commit, or for another branch, it is asked anew.`,
  /** One line of plain text, as the title of a check. */
  waitingFor: (roles: readonly { readonly role: string; readonly people: readonly string[] }[]) =>
    `Waiting for ${listInWords(roles.map(({ role, people }) => `${role} (${people.join(", ")})`))}`.slice(
      0,
      200,
    ),
  keptRunsHeading: md`#### Runs that are under way keep the text they began with`,
  keptRuns: (
    process: string,
    runs: readonly KeptRun[],
    { all, loads }: { readonly all: number; readonly loads: readonly Load[] },
  ): Markdown => {
    const more = all > runs.length ? [md`  - and ${all - runs.length} more`] : [];
    return joinMarkdown(
      [
        md`- ${process}:`,
        ...runs.map(({ number, outlook }) => md`  - ${issueLink(number)}${couldFollow(outlook)}`),
        ...more,
        ...loads.map((load) => md`  - ${loadOverRuns(load, all)}`),
      ],
      "\n",
    );
  },
  nothingToFollow: md`They go on to their end as they began. There is no new text that they could follow.`,
  howToUpgrade: md`Once this is merged, ${codeSpan("/upgrade")} on a run shows what would change there, and moves it to the new text if somebody confirms.`,
  runKeeps: (process: string, pull: number, outlook: Outlook | undefined): Markdown => {
    const changed = md`**${process}** was changed by ${issueLink(pull)}. This run keeps the text it began with; what changed, and what it means, stands there.`;
    if (outlook?.kind === "refused" || outlook?.kind === "gone")
      return md`${changed} As it stands it cannot follow the new text${couldFollow(outlook)}.`;
    return md`${changed} To see what the new text would change here, and to follow it, write ${codeSpan("/upgrade")}.`;
  },
  preview: (checks: string, pages: readonly string[], more: number): Markdown => {
    const named = [...pages.map(codeSpan), ...(more > 0 ? [md`${more} more`] : [])];
    const changed = pages.length === 0 ? md`` : md` The pages that change: ${joinMarkdown(named, ", ")}.`;
    return md`To read the pages as they would be, take ${codeSpan("handbook-preview")} from ${link("the checks of this pull request", checks)}, under “Handrail”, unpack it and open ${codeSpan("index.html")}.${changed}`;
  },
  footer: (revision: string): Markdown =>
    ours(
      `<sub>Read from the files as of \`${revision.slice(0, 7)}\` and written anew with each change here. Runs that are under way keep the text they began with.</sub>`,
    ),
};
