import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth, longDate } from "./format-date.ts";
import { codeSpan, joinMarkdown, type Markdown, md, mention, ours, personName } from "./markdown.ts";
import { count, listInWords } from "./plural.ts";
import { namesFor, stepWithIssue, wordsOf } from "./word-lists.ts";

/** A step that is expected later than it was promised, or that others wait for in vain. */
export interface SlippingStep {
  readonly title: string;
  readonly issue: number | undefined;
  readonly people: readonly string[];
  /** The roles outside the team that it is with, by title; empty when it is with somebody of the team, or with nobody. */
  readonly outside: readonly string[];
  readonly promised: CivilDate;
  readonly expected: CivilDate;
  /** Whether it is a run of its own: what helps it along is written in that. */
  readonly isRun: boolean;
}

/** So many steps are named; the status has them all. */
const mostSlippingSteps = 3;

/** Whom a step is with, as one reader reads it. */
function holderFor(told: string, { people, outside }: SlippingStep): Markdown {
  if (people.length > 0) return namesFor(told, people);
  return outside.length > 0 ? md`${listInWords(outside)} (outside)` : md`nobody`;
}

function slippingLine({ title, issue, promised, expected }: SlippingStep): Markdown {
  return md`- ${stepWithIssue({ title, issue })}: expected ${dayAndMonth(expected)}, promised ${dayAndMonth(promised)}`;
}

/** What is said when a date cannot be held as things stand, and when it can again. */
export const dateAtRisk = {
  /** `slipping` and `causes` are never empty together; a date that begins the run is not the one at risk, so it is left out. */
  warning: (facts: {
    readonly told: string;
    readonly anchor: string;
    readonly date: CivilDate | undefined;
    readonly hasPassed: boolean;
    readonly slipping: readonly SlippingStep[];
    readonly causes: readonly SlippingStep[];
    /** Runs inside this one that somebody has moved to a later day, and whoever is told has not heard of. */
    readonly moves: readonly {
      readonly title: string;
      readonly issue: number | undefined;
      readonly by: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
    }[];
    readonly moveTo: CivilDate | undefined;
  }) => {
    const what =
      facts.date === undefined
        ? md`this run will be over later than promised`
        : facts.hasPassed
          ? md`the **${facts.anchor.toLowerCase()}** was **${longDate(facts.date)}**, and what was promised by then is not done`
          : md`the **${facts.anchor.toLowerCase()}**, **${longDate(facts.date)}**, is at risk`;
    const more = facts.slipping.length - mostSlippingSteps;
    const lines = [
      ...facts.slipping.slice(0, mostSlippingSteps).map(slippingLine),
      ...(more > 0 ? [md`- and ${count(more, "more step")}`] : []),
    ];
    const causes = facts.causes.slice(0, mostSlippingSteps).map((cause) => {
      return md`${stepWithIssue(cause)}, with ${holderFor(facts.told, cause)}, promised ${dayAndMonth(cause.promised)}`;
    });
    const moves = facts.moves
      .slice(0, mostSlippingSteps)
      .map(
        ({ title, issue, by, from, to }) =>
          md`${stepWithIssue({ title, issue })}, which ${personName(by)} has moved from ${dayAndMonth(from)} to ${dayAndMonth(to)}`,
      );
    const reasons = [...moves, ...causes];
    const why = reasons.length === 0 ? md`` : md`\n\nWhat holds it up: ${wordsOf(reasons, "and")}.`;
    const isOnlyRuns = facts.causes.length > 0 && facts.causes.every(({ isRun }) => isRun);
    const help = isOnlyRuns
      ? md`Help along what holds it up: it has steps of its own, and its issue shows whose turn it is.`
      : md`Help along what holds it up: in its issue, ${codeSpan("/hand-to @login why")} gives it to somebody else, and ${codeSpan("/skip why")} leaves it out.`;
    const move =
      facts.moveTo === undefined
        ? md`Agree on a later day: ${codeSpan("/due")} with a day and why in the issue of a step.`
        : md`Agree on a later ${facts.anchor.toLowerCase()}: ${codeSpan(`/move ${facts.moveTo} why`)} here moves everything to ${longDate(facts.moveTo)}, so that every step has its time again.`;
    return md`${mention(facts.told)}, ${what}:\n\n${joinMarkdown(lines, "\n")}${why}\n\nThere are two ways out:\n\n1. ${help}\n2. ${move}`;
  },
  /** `words` are those of an earlier comment of ours, as Markdown. */
  isOver: (words: string, on: CivilDate) =>
    md`${ours(words)}\n\n**Since ${longDate(on)} it is expected in time again.**`,
  ofRunInside: (facts: {
    readonly told: string;
    readonly title: string;
    readonly issue: number | undefined;
    readonly happened:
      | { readonly kind: "moved"; readonly by: string; readonly from: CivilDate; readonly to: CivilDate }
      | { readonly kind: "ended"; readonly on: CivilDate; readonly promised: CivilDate }
      | { readonly kind: "cancelled"; readonly by: string };
  }) => {
    const { happened } = facts;
    const child = stepWithIssue(facts);
    const who = (by: string) => (by === "" ? md`Somebody` : personName(by));
    switch (happened.kind) {
      case "moved":
        return md`${mention(facts.told)}, ${who(happened.by)} has moved ${child}: expected ${dayAndMonth(happened.to)}, promised to this run for ${dayAndMonth(happened.from)}. What waits for it may begin later.`;
      case "ended":
        return md`${mention(facts.told)}, ${child} ended on ${dayAndMonth(happened.on)}, promised to this run for ${dayAndMonth(happened.promised)}.`;
      case "cancelled":
        return md`${mention(facts.told)}, ${who(happened.by)} has cancelled ${child}, so this run goes on without it. If that cannot be, open its issue again.`;
    }
  },
};
